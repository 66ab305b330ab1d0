"""La conservation : ce qui part et quand, les durées, la réquisition, le journal des purges."""
