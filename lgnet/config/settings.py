# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The settings, read from the environment. Defaults are safe for production; values come from `.env` files.

Do not import this module: use `django.conf.settings`.
"""

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from lgnet.config import env
from lgnet.config.mail import read_mail
from lgnet.core.embedded.places import home
from lgnet.core.embedded.settings import database_settings

PACKAGE = Path(__file__).resolve().parent.parent

DEBUG = env.flag("LGNET_DEBUG", default=False)
DEMO = env.flag(
    "LGNET_DEMO", default=False
)  # a database of synthetic people: roles can be entered by a click
SECRET_KEY = env.secret("LGNET_SECRET_KEY", example="a long random text")
ALLOWED_HOSTS = env.text("LGNET_HOSTS", default="127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in env.text("LGNET_ORIGINS", default="").split(",") if origin]

# Key-encryption keys "id:base64" separated by commas, the first one current; docs/adr/0006.
LGNET_KEYS = dict(
    pair.split(":", 1) for pair in env.secret("LGNET_KEYS", example="k1:<32 bytes in base64>").split(",")
)
LGNET_INDEX_KEY = env.secret("LGNET_INDEX_KEY", example="<32 bytes in base64>")
LGNET_PSEUDONYM_KEY = env.secret("LGNET_PSEUDONYM_KEY", example="<32 bytes in base64>")

_OWNER = env.flag("LGNET_OWNER", default=False)
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 0,
        **database_settings(owner=_OWNER),
    }
}
if not _OWNER and env.flag("LGNET_POOL", default=True):
    DATABASES["default"]["OPTIONS"] |= {"pool": {"min_size": 2, "max_size": 8, "timeout": 5}}
CACHES = {
    "default": {"BACKEND": "lgnet.core.shared.SharedCache"},  # attempts to log in hold across processes
    "renditions": {
        "BACKEND": "django.core.cache.backends.dummy.DummyCache"
    },  # sizes of pictures: asked of their table
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "procrastinate.contrib.django",
    "lgnet.core",
    "lgnet.interop",
    "lgnet.ui",
    "lgnet.network",
    "allauth",  # after us: our pages replace its own
    "allauth.account",
    "allauth.mfa",
    "lgnet.counting",
    "lgnet.catalogue",
    "lgnet.examinations",
    "lgnet.training",
    "lgnet.people",
    "lgnet.exchange",
    "lgnet.meetings",
    "lgnet.cases",
    "lgnet.outreach",
    "lgnet.imports",
    "lgnet.direction",
    "lgnet.quality",
    "lgnet.directives",
    "lgnet.practices",
    "lgnet.evaluation",
    "lgnet.directory",
    "lgnet.mediakit",
    "lgnet.society",
    "lgnet.library",
    "lgnet.analysis",
    "lgnet.evidence",
    "lgnet.snapshots",
    "lgnet.reports",
    "lgnet.open_data",
    "lgnet.recognition",
    "lgnet.api",
    "lgnet.website.apps.WebsiteConfig",
    # The library of the public site, no more of it than is used; its tables: lgnet.website.migrations.library/.
    "wagtail.contrib.redirects",
    "wagtail.contrib.simple_translation",
    "lgnet.website.apps.PreferencesOnly",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "lgnet.website.apps.EditorsWithoutLetters",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "lgnet.desk",
    "lgnet.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "lgnet.website.keeping.EditingPolicy",
    "lgnet.website.keeping.KeptPages",
    "lgnet.core.middleware.OneTransaction",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "lgnet.ui.public.LanguageOfTheAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "lgnet.ui.returning.BackToTheList",
    "lgnet.network.middleware.WhoActs",
]

# Wagtail's 190 migrations as they end up, one for each app: a first start takes seconds less. docs/adr/0030.
MIGRATION_MODULES = {
    app: f"lgnet.website.migrations.library.{app}"
    for app in (
        "wagtailcore", "wagtailadmin", "wagtaildocs", "wagtailimages", "wagtailusers", "wagtailsearch",
        "wagtailredirects",
        "simple_translation", "taggit",
    )
}  # fmt: skip

ROOT_URLCONF = "lgnet.config.urls"
WSGI_APPLICATION = "lgnet.config.wsgi.application"
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"  # each domain's jobs.py

_LOADERS = ["django.template.loaders.app_directories.Loader"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    _LOADERS if DEBUG else [("django.template.loaders.cached.Loader", _LOADERS)],
                )
            ],
            "builtins": ["template_partials.templatetags.partials", "lgnet.ui.templatetags.ui"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "lgnet.desk.navigation.navigation",
                "lgnet.demo.pages.entrance",
            ],
        },
    }
]
FORM_RENDERER = "lgnet.ui.forms.ItaliaRenderer"

AUTH_USER_MODEL = "network.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "demo:enter" if DEMO else "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "lgnet.network.accounts.ClosedAccounts"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_SESSION_REMEMBER = False  # desks are shared: the session ends with the browser
ACCOUNT_EMAIL_SUBJECT_PREFIX = "LGNET: "
ACCOUNT_PREVENT_ENUMERATION = True
# Behind a reverse proxy every request comes from its address: without this, one stranger's wrong passwords
# would use up the attempts of everybody.
ALLAUTH_TRUSTED_PROXY_COUNT = env.integer("LGNET_PROXIES", default=0)
MFA_ADAPTER = "lgnet.network.accounts.SealedSecondStep"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "LGNET"
MFA_TOTP_TOLERANCE = 1  # one code earlier or later: telephones and fingers are slow
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses are vouched for by whoever invites

SESSION_COOKIE_AGE = env.integer("LGNET_SESSION_SECONDS", default=8 * 3600)
IDLE_SECONDS = env.integer(
    "LGNET_IDLE_SECONDS", default=30 * 60, minimum=60
)  # then whoever sees people logs in
SESSION_COOKIE_HTTPONLY = True
SECURE_COOKIES = env.flag("LGNET_HTTPS", default=False)
SESSION_COOKIE_SECURE = SECURE_COOKIES
CSRF_COOKIE_SECURE = SECURE_COOKIES
CSRF_FAILURE_VIEW = "lgnet.ui.views.csrf_failure"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE_COOKIES else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE_COOKIES else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap Italia draws some marks as data: images in its own CSS
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "it"
FORMAT_MODULE_PATH = "lgnet.config.formats"
STAFF_LANGUAGES = [("it", _("Italian")), ("en", _("English"))]  # of whoever works here
# All that something may be written in; which of them a public page has says lgnet/ui/public.py.
LANGUAGES = [
    *STAFF_LANGUAGES,
    ("fr", "Français"),
    ("es", "Español"),
    ("ar", "العربية"),
    ("uk", "Українська"),
    ("bn", "বাংলা"),
    ("ur", "اردو"),
    ("zh-hans", "中文"),
    ("de", "Deutsch"),
    ("sl", "Slovenščina"),
]
LOCALE_PATHS = [PACKAGE / "config" / "locale"]
USE_TZ = True
TIME_ZONE = "Europe/Rome"

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("LGNET_STATIC", default=str(home() / "static")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "site": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(home() / "site"), "base_url": "/media/"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = home() / "files"
MEDIA_URL = "/media/"  # only pictures of the public site, in the sizes made for it, are given from there

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
FILE_UPLOAD_TEMP_DIR = env.text("LGNET_UPLOAD_DIR", default="") or None

LIBRARY_DOORS = {
    "wagtail.": "lgnet.website.access.admit"
}  # who may open a library's views, and as which role
WAGTAIL_SITE_NAME = "LGNET"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES[:-2]  # the two of minorities are written below Italian pages
WAGTAILADMIN_PERMITTED_LANGUAGES = STAFF_LANGUAGES
WAGTAIL_ENABLE_UPDATE_CHECK = False  # asks nobody outside
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False  # there are none
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea"}}
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "modelsearch.backends.database.fallback", "AUTO_UPDATE": False}
}
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "ENQUEUE_ON_COMMIT": False}
}
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAILREDIRECTS_AUTO_CREATE = False  # a trigger does it, in the transaction: website 0002
WAGTAILADMIN_COMMENTS_ENABLED = False
# Milliseconds after the last key. At half a second, a new page was being saved while its editor sent it, and clashed
# with itself.
WAGTAIL_AUTOSAVE_INTERVAL = 5000
WAGTAILIMAGES_IMAGE_MODEL = "website.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "lgnet.website.pictures.ImageForm"
WAGTAILIMAGES_RENDITION_STORAGE = "site"  # originals stay where only we read them
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 12 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]  # no SVG: it can carry a program

_MAIL = read_mail()
EMAIL_BACKEND, DEFAULT_FROM_EMAIL, SERVER_EMAIL = _MAIL.backend, _MAIL.sender, _MAIL.sender
SECURITY_CONTACT = env.text("LGNET_SECURITY_CONTACT", default="security@lgnet.example")
OPEN_DATA_CONTACT = env.text("LGNET_OPEN_DATA_CONTACT", default="opendata@lgnet.example")
EMAIL_HOST, EMAIL_PORT = _MAIL.host, _MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.tls == "starttls", _MAIL.tls == "tls"
EMAIL_TIMEOUT = 10  # seconds; nobody waits longer for a mail server
PUBLIC_URL = env.text("LGNET_URL", default="")  # where people reach this installation: links in letters
# The same for what must have an address: the catalogue of open data, which others keep.
SITE_ADDRESS = (
    PUBLIC_URL.rstrip("/")
    or (CSRF_TRUSTED_ORIGINS or [f"http://127.0.0.1:{env.integer('PORT', default=8000)}"])[0]
)
WAGTAILADMIN_BASE_URL = SITE_ADDRESS
MAIL_IS_SENT = _MAIL.is_sent  # else an invitation's link is shown to whoever invites

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    # procrastinate tells at each start, also of a command, which tasks it has found
    "loggers": {f"procrastinate.{name}": {"level": "WARNING"} for name in ("blueprints", "periodic")},
    "root": {"handlers": ["stderr"], "level": env.text("LGNET_LOG_LEVEL", default="INFO")},
}
