.PHONY: demo test bench calibrate docs

demo test bench calibrate docs:
	./start $@
