"""What phones read and write: contact cards (.vcf) both ways, a calendar file (.ics) out."""
