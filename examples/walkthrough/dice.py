"""A small generator of our own, so that the same exports come out of every Python."""


class Dice:
    def __init__(self, seed):
        self.state = seed

    def roll(self, sides):
        """0 … sides-1."""
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % sides

    def pick(self, choices):
        return choices[self.roll(len(choices))]

    def chance(self, percent):
        return self.roll(100) < percent
