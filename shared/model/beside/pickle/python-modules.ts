/** What `import` finds on a machine that serves models: Python's own modules and the packages usual beside TensorFlow. */
const MODULES: ReadonlySet<string> = new Set(
  `abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii binhex bisect
  builtins bz2 cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent configparser
  contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest
  email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch formatter fractions ftplib functools gc
  genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp
  importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math
  mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator
  optparse os ossaudiodev parser pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath
  pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource
  rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket
  socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess
  sunau symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios test textwrap this threading time
  timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest
  urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport
  zlib zoneinfo __builtin__ __main__ commands copy_reg cPickle cStringIO exceptions httplib os2 popen2 StringIO urllib2 urllib3
  absl bdb boto3 cffi cloudpickle cupy dask dill fastapi flask google h5py idna ipykernel IPython jax jinja2 joblib keras
  keyring lightgbm mlflow nltk nose numba numpy onnx pandas pip pkg_resources psutil pyarrow pydantic pytest requests
  scipy setuptools sklearn sympy tensorboard tensorflow tf_keras tokenizers torch torchvision transformers uvicorn werkzeug
  xgboost yaml`.split(/\s+/),
);

/** Private and dotted modules are never prose; a plain word is a module only if Python would find it. */
export function isPythonModule(global: string): boolean {
  const path = global.split(".");
  const [top = ""] = path;
  return path.length > 2 || (top.startsWith("_") && path.length > 1) || MODULES.has(top);
}
