/** How fast and how large: measurements that run by command only, and the table that they make. */
package ingchain.bench;
