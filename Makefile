.PHONY: demo test bench docs

demo test bench docs:
	./start $@
