/** How a browser is started so that the fake hosts lead to the newsroom and nothing leads outside. */

interface Ports {
  readonly httpPort: number;
  readonly httpsPort: number;
}

/** Command-line switches for Chromium: fake hosts go to the newsroom's ports, all others are not found. */
export function chromiumArgs({ httpPort, httpsPort }: Ports): string[] {
  const rules = [
    `MAP *.example:80 127.0.0.1:${httpPort}`,
    `MAP *.example:443 127.0.0.1:${httpsPort}`,
    'MAP * ~NOTFOUND',
    'EXCLUDE localhost',
    'EXCLUDE 127.0.0.1',
  ];
  return [`--host-resolver-rules=${rules.join(', ')}`, '--ignore-certificate-errors'];
}

/**
 * Preferences for Firefox, which cannot map a host to another port: the newsroom's HTTP port is its proxy. The
 * certificate is accepted by the driver (the capability acceptInsecureCerts), since no preference does so.
 */
export function firefoxPrefs({ httpPort }: Ports): Record<string, string | number | boolean> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': httpPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': httpPort,
    'network.proxy.no_proxies_on': '',
    'network.proxy.failover_direct': false,
    'network.trr.mode': 5,
    'network.dns.disablePrefetch': true,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'dom.security.https_first': false,
    'dom.security.https_only_mode': false,
  };
}
