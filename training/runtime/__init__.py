"""What training and reading with the model must do alike: forms, places, hints, tags.

Pure NumPy, without PyTorch. These modules take the records of `laut` and never import
the rest of `training`, so that they can become part of `laut.reading` as they are, on
the day the model reads better than the rules on every kind of text that is measured.
"""
