"""How the program stands beside bare versions of the same: start, ticks, sheet, memory; as ratios in one run."""
