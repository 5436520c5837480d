"""Key slots, the keychain of the operating system, and locking."""
