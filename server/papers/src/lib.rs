//! Papers that leave the house: PDF from typst templates, with the fonts of the machine.
