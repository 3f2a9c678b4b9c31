# The emulator as a container: a device with an address of its own, and its own ports 20 and 21.
#
#   docker build -t wec7emu .     from a clean clone; compiles inside, so nothing but Docker is needed
#   ./scripts/container.sh        the same image, around what ./wec7emu has built on this machine
#
# Needs BuildKit, which leaves out the stages that aren't asked for: Docker's default since 23, before that
# DOCKER_BUILDKIT=1.

# Where the application comes from: compiled (in here) or ready (on the machine that builds the image).
ARG APPLICATION=compiled

FROM debian:bookworm-slim AS jdk
RUN apt-get update -q \
    && DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends openjdk-17-jdk-headless libcap2-bin \
    && rm -rf /var/lib/apt/lists/*

FROM jdk AS maven
RUN apt-get update -q \
    && DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends maven \
    && rm -rf /var/lib/apt/lists/*

FROM maven AS source
WORKDIR /source
COPY . .

FROM source AS compiled
RUN --mount=type=cache,target=/root/.m2 ./wec7emu --version && mv emulator/cli/target/wec7emu /application

FROM jdk AS ready
COPY emulator/cli/target/wec7emu /application

FROM ${APPLICATION} AS application

FROM jdk AS runtime
# A Java runtime of what the emulator uses; jdk.charsets has the code pages of devices.
RUN jlink --add-modules \
        java.base,java.logging,java.management,java.naming,java.security.sasl,jdk.charsets,jdk.net,jdk.unsupported \
        --strip-java-debug-attributes --no-header-files --no-man-pages --output /opt/wec7emu/runtime
# The JVM's launcher, once for each set of rights that a container may give; see container/start.
RUN cd /opt/wec7emu/runtime/bin \
    && for rights in admin bind admin-bind; do cp java "java-$rights"; done \
    && setcap cap_net_admin=ep java-admin \
    && setcap cap_net_bind_service=ep java-bind \
    && setcap cap_net_admin,cap_net_bind_service=ep java-admin-bind
COPY --from=application /application/wec7emu.jar /opt/wec7emu/
COPY --from=application /application/lib /opt/wec7emu/lib
COPY --from=application /application/native /opt/wec7emu/native
COPY container/ /opt/wec7emu/bin/
# The archive of the classes that a start loads; it fits this runtime alone.
RUN /opt/wec7emu/bin/archive

FROM debian:bookworm-slim AS client
RUN apt-get update -q \
    && DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/*
ENTRYPOINT []
CMD ["sleep", "infinity"]

FROM debian:bookworm-slim AS base
# The linker trusts no library beside a program that gains rights; so the runtime's are made known to it.
RUN apt-get update -q \
    && DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends libnftables1 \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin \
    && echo /opt/wec7emu/runtime/lib >/etc/ld.so.conf.d/wec7emu.conf \
    && groupadd --gid 10021 wec7emu \
    && useradd --uid 10021 --gid 10021 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin wec7emu \
    && mkdir -m 1777 /hard-disk

FROM base
COPY --from=runtime /opt/wec7emu /opt/wec7emu
RUN ldconfig
ENV LANG=C.UTF-8 \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/wec7emu/bin \
    WEC7_IMAGE=CX8100_WEC7_LF_v604h \
    WEC7_BIND=own \
    WEC7_ROOT=/hard-disk \
    WEC7_READY_FILE=/tmp/wec7emu.ready
VOLUME /hard-disk
EXPOSE 21
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=
LABEL org.opencontainers.image.title="wec7emu" \
      org.opencontainers.image.description="A Windows CE / WEC7 device emulator: its FTP server behind its firewall" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.base.name="debian:bookworm-slim" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
USER 10021:10021
HEALTHCHECK --interval=5s --timeout=10s --retries=3 CMD ["/opt/wec7emu/bin/healthy"]
ENTRYPOINT ["/opt/wec7emu/bin/start"]
