/// The mapper beside plain JDBC: `mvn -pl mapper test -Dtest=MapperBenchmark`.
package dev.gatehouse.mapper.bench;
