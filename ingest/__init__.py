"""Gets bilingual article folders into shape."""
