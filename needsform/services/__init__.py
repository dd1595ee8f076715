"""What nurses do: register, start, answer, complete, sign, print; free of Qt."""
