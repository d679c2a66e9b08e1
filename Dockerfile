# mtaudit in a container that needs no network and no rights:
#   docker build -t mtaudit . && docker run --rm -v "$PWD:/work" mtaudit check articles/
FROM python:3.12-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE CHANGELOG.md ./
COPY docs/licences docs/licences
COPY audit audit
COPY templates templates
RUN python -m venv /opt/mtaudit && /opt/mtaudit/bin/pip install --no-cache-dir --no-compile .

FROM python:3.12-slim
COPY --from=build /opt/mtaudit /opt/mtaudit
RUN useradd --create-home --uid 10001 auditor
ENV PATH=/opt/mtaudit/bin:$PATH PYTHONDONTWRITEBYTECODE=1
USER auditor
WORKDIR /work
ENTRYPOINT ["mtaudit"]
CMD ["--help"]
