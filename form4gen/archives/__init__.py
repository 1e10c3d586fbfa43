"""What zip and tar archives contain, one member at a time and within bounds; nothing is unpacked to a disk."""
