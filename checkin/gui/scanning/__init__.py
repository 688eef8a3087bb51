"""What reads codes: a scanner that types, a camera, a scanner on a serial port; and how to try one."""
