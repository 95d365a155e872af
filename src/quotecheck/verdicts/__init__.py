"""What the codes mean, what is a convention, who may be the speaker, and the judge. Nothing is looked for here."""
