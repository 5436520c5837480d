"""What only a real desktop shows: an X server, a window manager, and keys that are pressed."""
