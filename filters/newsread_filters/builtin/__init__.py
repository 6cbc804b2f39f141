"""The filters that newsread brings along, one file each."""
