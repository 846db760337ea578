# The full node in an image. Build the jars first: mvn -q -pl node -am -Dmaven.test.skip package
#
# Any image with Java 17 or newer will do as a base; it needs no shell:
#   docker build --build-arg BASE_IMAGE=eclipse-temurin:25-jre -t ingchain-node .
ARG BASE_IMAGE=eclipse-temurin:17-jre
FROM ${BASE_IMAGE}

COPY node/target/lib/ node/target/node-*.jar /ingchain/lib/
COPY --chown=10001:10001 node/target/image/ /ingchain/

# Not root: a node talks to strangers. It may write its data and nothing else. A container without a volume of its own
# here gets a fresh one, so five containers of one image are five nodes.
USER 10001:10001
WORKDIR /ingchain/data
VOLUME /ingchain/data

# 8555 for peers; 8545 for HTTP, where other machines can only look.
EXPOSE 8555 8545
ENV CLASSPATH=/ingchain/lib/*
HEALTHCHECK --interval=10s --timeout=10s --start-period=30s --retries=3 \
    CMD ["java", "-XX:TieredStopAtLevel=1", "ingchain.node.http.Ask", "GET", "/health"]
ENTRYPOINT ["java", "ingchain.node.NodeProgram", "--host", "0.0.0.0", "--http-host", "0.0.0.0", "--data", "/ingchain/data"]
