/** Events as several outlets tell them: reports that stories gather, and of which enough break. */

export const QUAKE = [
  'Strong earthquake of magnitude 6.8 strikes western Turkey near Izmir',
  'Strong 6.8 magnitude earthquake strikes near Izmir in western Turkey',
  'Western Turkey: strong earthquake of magnitude 6.8 strikes near city of Izmir',
  'Magnitude 6.8 strong earthquake strikes western Turkey near Izmir, officials say',
  'Strong earthquake strikes near Izmir, western Turkey: magnitude 6.8',
  'Izmir: strong earthquake of magnitude 6.8 strikes western Turkey coast',
] as const;

export const BRIDGE = [
  'Kharkiv opens new metro bridge over Lopan river after two years of work',
  'New metro bridge over the Lopan opens in Kharkiv two years after work began',
  'Kharkiv metro bridge over Lopan river opened to trains after two-year works',
] as const;
