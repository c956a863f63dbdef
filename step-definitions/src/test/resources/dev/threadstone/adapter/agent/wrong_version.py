"""An agent from another time: speaks version 99 of the protocol."""
import json
import os
import socket
import sys

connection = socket.socket(socket.AF_UNIX)
connection.connect(os.environ["THREADSTONE_CHANNEL"].partition(":")[2])
hello = {"hello": "zygote", "protocol": 99, "token": os.environ["THREADSTONE_TOKEN"], "pid": os.getpid()}
connection.sendall((json.dumps(hello) + "\n").encode())
sys.stdin.read()
connection.recv(1)
