/** Parts of names: common enough to be shared by many, as in a real book, and varied enough to be told apart. */
const given =
  `Ada Alan Amina Anders Andrea Anna Anton Beatrix Ben Bianca Björn Camille Carlos Cem Chiara Chloé
  Clara Dana Daniel David Dmitri Ebru Edda Elif Emil Emma Enzo Erik Esther Eva Fatima Felix Fiona Florian Frank Frida
  Gabriel Georg Giulia Grace Greta Hana Hannah Hans Helena Hugo Ida Igor Ilse Ines Ingrid Ivan Jack Jana Jean Jens
  Joana João Johanna Jonas José Julia Kai Karl Katja Kim Klara Lars Laura Lea Léa Leo Lena Lin Linda Luca Lucia Lukas
  Magda Maja Marc Maria Marie Mario Markus Marta Martin Max Mia Michael Mila Mina Mira Miriam Nadia Naomi Nico Nina
  Noah Nora Olga Oliver Oskar Otto Paul Paula Pavel Peter Petra Philip Pia Priya Rafael Raj Rania Rita Robert Rosa
  Ruth Samir Samuel Sara Selma Sergei Simon Sofia Sonja Stefan Susan Sven Tara Theo Thomas Tina Tobias Tom Ursula
  Vera Victor Wanda Wei Yara Yusuf Zoë`.split(/\s+/);
const beginnings =
  `Ander Bach Baum Berg Blom Brand Carl Dahl Dorn Eck Ehr Engel Falk Feld Fisch Frank Gold Graf Grün
  Hag Hart Heim Hein Hoff Holm Jans John Kauf Kell Kirch Klein König Kram Kron Land Lang Lind Lund Mack Mart Mey Mül
  Nord Ol Ost Peter Pfeif Rein Rich Rob Rosen Sand Schäf Schmid Schnei Schul Schwar Sim Söder Stein Stern Stock
  Strand Thom Vog Wag Wal Web Wein Werk West Wild Win Wolf Zimm`.split(/\s+/);
const endings =
  `a ach ahl ander ard auer bach beck berg bert born by dal der ding dorf dot drup ell er ers
  feld gaard gen hagen heim her holm hoff house ing ius ke ken ker ler ley li lund ly mann mark mer mund ner nes
  nik o ock off older one quist ra ric ring ro sen ser ski son stad stein sted strom sund ter tha ton tov vall
  vik wald ward well wick win witz worth zer`.split(/\s+/);

export interface DrawnName {
  readonly given: string;
  readonly family: string;
}

/** One of some 900,000 names, the common ones often. */
export function drawName(random: () => number): DrawnName {
  const pick = (words: readonly string[]): string =>
    words[Math.floor(random() * random() * words.length)];
  return { given: pick(given), family: pick(beginnings) + pick(endings) };
}

const trades =
  `Accounting Architecture Baking Branding Building Carpentry Catering Consulting Design Education
  Energy Events Film Finance Garden Health Insurance Law Logistics Machines Marketing Media Music Optics Paper
  Photography Plumbing Press Print Repair Research Robotics Safety Security Shipping Software Solar Sound Sports
  Studio Systems Textiles Theatre Tools Tours Trade Training Translation Travel Water`.split(/\s+/);

/** The name of the n-th organisation, each another. */
export function organisationName(number: number): string {
  const family =
    beginnings[number % beginnings.length] +
    endings[Math.floor(number / beginnings.length) % endings.length];
  const series = Math.floor(number / beginnings.length / endings.length);
  const suffix = series === 0 ? '' : ` ${series + 1}`;
  return `${family} ${trades[number % trades.length]}${suffix}`;
}

/** The name of the n-th of 500 topics, each another. */
export function topicName(number: number): string {
  const kinds = ['advice', 'for beginners', 'for firms', 'repairs', 'partners', 'space', 'staff'];
  const series = Math.floor(number / trades.length);
  const trade = trades[number % trades.length].toLowerCase();
  return series === 0 ? trade : `${trade} ${kinds[series % kinds.length]} ${series}`;
}

/** What people do at an organisation. */
export const titles = ['designer', 'engineer', 'partner', 'buyer', 'editor', 'head of sales'];
