"""What form4gen can do, one module for each capability. `form4gen.public` lists the names that are public."""
