# kg with the very versions that were tested. docker-compose.yml runs it beside Neo4j.
FROM python:3.12-slim-bookworm

WORKDIR /build
COPY requirements/run.txt requirements/
RUN pip install --no-cache-dir --require-hashes --requirement requirements/run.txt

COPY pyproject.toml README.md LICENSE ./
COPY graph_loader graph_loader
COPY queries queries
COPY schema schema
RUN pip install --no-cache-dir --no-deps --no-build-isolation . && useradd --create-home kg

USER kg
WORKDIR /minutes
ENTRYPOINT ["kg"]
CMD ["--help"]
