"""FP: foreign private issuers and foreign addresses."""
