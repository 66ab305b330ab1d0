"""Le sas à l'écran, le même pour tout ce qui sort : relire, signer, sortir."""
