.PHONY: demo test bench fuzz calibrate docs

demo test bench fuzz calibrate docs:
	./start $@
