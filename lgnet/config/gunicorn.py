# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""gunicorn's settings. Threads suit a synchronous ORM; nothing personal is logged here.

LGNET_BIND is the address, PORT the port, LGNET_WEB_WORKERS and LGNET_WEB_THREADS the size.
"""

import gc

from lgnet.config import env

wsgi_app = "lgnet.config.wsgi:application"
bind = f"{env.text('LGNET_BIND', default='127.0.0.1')}:{env.integer('PORT', default=8000, minimum=1)}"
worker_class = "gthread"
workers = env.integer("LGNET_WEB_WORKERS", default=2, minimum=1)
threads = env.integer("LGNET_WEB_THREADS", default=4, minimum=1)
timeout = 60
graceful_timeout = 15
keepalive = 5
# A worker is renewed now and then, not all at once, so that a slow leak never becomes an outage.
max_requests = 20_000
max_requests_jitter = 2_000
# Only a reverse proxy on this address may say that a request came by https.
forwarded_allow_ips = env.text("LGNET_PROXY", default="127.0.0.1")
control_socket_disable = True  # nothing of ours talks to it, and it would lie in the user's home


def post_worker_init(_worker: object) -> None:
    """What is loaded by now stays for good: left to the collector it was walked through again and again.

    Each time was a pause of a tenth of a second or two inside of some request.
    """
    gc.collect()
    gc.freeze()


def worker_exit(_server: object, _worker: object) -> None:
    """What was counted of public pages is written down before the process ends."""
    from lgnet.website.keeping import TALLY

    TALLY.flush()
