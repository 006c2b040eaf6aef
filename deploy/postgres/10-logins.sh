#!/bin/bash
# Runs once, when PostgreSQL makes its data folder: a login for each role of the house. The roles' rights come with the migrations.
set -euo pipefail
for name in app reader purger queue; do
  variable="${name^^}_PASSWORD"
  psql -v ON_ERROR_STOP=1 -v password="${!variable}" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<SQL
CREATE ROLE lachan_${name} NOLOGIN;
CREATE ROLE lachan_${name}_login LOGIN PASSWORD :'password' IN ROLE lachan_${name};
SQL
done
