"""Les réglages de cette machine."""
