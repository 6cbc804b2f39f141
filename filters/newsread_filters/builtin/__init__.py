"""The filters that come with newsread, one a file."""
