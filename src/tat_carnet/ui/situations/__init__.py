"""Les situations, sous leur code, et ce qui vient : anticiper."""
