"""The quick box: three letters, the client, the fact."""
