/*
 * Who is in the sample book. All invented: Mara Lindqvist, who came from Malmö to Birmingham and designs books,
 * labels and exhibitions, and the people around her. Names come from many places because people do.
 */

/** One line of a professional network: name, organisation ('' for a freelancer), title. */
export interface Professional {
  readonly name: string;
  readonly organisation: string;
  readonly title: string;
}

function professionals(lines: string): Professional[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', organisation = '', title = ''] = line.trim().split('|');
      return { name, organisation, title };
    });
}

function names(text: string): string[] {
  return text
    .trim()
    .split(',')
    .map((name) => name.trim());
}

/** Whose contacts on LinkedIn both Mara and Priya have. */
const sharedProfessionals = professionals(`
  Yuki Tanaka|Kestrel & Finch Studio|Illustrator
  Ines Duarte|Kestrel & Finch Studio|Junior designer
  Marcus Adeyemi|Slate Software|Product manager
  Ingrid Solheim|Slate Software|UX researcher
  Kwame Boateng|Midland Arts School|Lecturer in typography
  Théo Lambert|Moonrake Films|Director
  Siobhán Kelly|Old Foundry Museum|Head of exhibitions
  George Papadakis|Brindle Events|Producer
  Beatriz Costa||Copywriter
  Jack Sutherland||Photographer
  Dev Patel-Shah|Towpath Coworking|Community manager
  Amina Yusuf|Larkspur Health|Communications manager
`);

/** Mara's own LinkedIn list. Priya is her former boss; Tom prints what she designs. */
export const myProfessionals: readonly Professional[] = [
  ...professionals(`
    Priya Nair|Kestrel & Finch Studio|Design director
    Tom Okafor|Anvil Lane Print|Production manager
    Rafael Moreno|Copper Kettle Brewery|Marketing lead
    Chloe Whitfield|Oak & Anchor Books|Events manager
    Hannah Price|Anvil Lane Print|Account manager
    Bartosz Wójcik|Anvil Lane Print|Prepress technician
    Liam O'Connor|Anvil Lane Print|Sales manager
    Oliver Grant|Slate Software|Founder
    Mei Lin Chan|Slate Software|Front-end developer
    Peter Novák|Slate Software|Engineer
    Sofia Rossi|Copper Kettle Brewery|Taproom manager
    Luca Bianchi|Copper Kettle Brewery|Head brewer
    Nadia Rahman|Larkspur Health|Programme lead
    Zainab Qureshi|Larkspur Health|Press officer
    Ewan Fraser|Old Foundry Museum|Curator
    Grace Mbeki|Brindle Events|Event planner
    Rosie Tranter|Brindle Events|Account executive
    Lena Fischer|Moonrake Films|Editor
    Harpreet Gill|Towpath Coworking|Operations
    Wanjiru Kamau|Midland Arts School|Careers adviser
    Ahmed El-Sayed|Midland Arts School|Workshop technician
    Emily Hart|Oak & Anchor Books|Buyer
    Fatima Zahra Idrissi||Translator
    Callum Reid||Web developer
  `),
  ...sharedProfessionals,
];

/** Priya's LinkedIn list, which she handed to Mara. Declan shares an office with the accountant. */
export const priyasProfessionals: readonly Professional[] = [
  ...sharedProfessionals,
  ...professionals(`
    Declan Byrne|Northgate Accounts|Office manager
    Olga Petrova|Kestrel & Finch Studio|Brand strategist
    Nils Eriksson|Midland Arts School|Dean of design
    Abigail Stone|Moonrake Films|Producer
    Jamal Carter|Brindle Events|Stage manager
    Sunita Rao|Larkspur Health|Director
    Isaac Mensah|Slate Software|Chief technology officer
    Ravi Menon|Old Foundry Museum|Trustee
    Tessa Vaughan|Oak & Anchor Books|Owner
    Keira Doyle|Copper Kettle Brewery|Finance manager
    Camille Dubois||Brand consultant
    Pedro Alves||Motion designer
    Freya Lund||Art director
    Noor Khalid||Packaging designer
    Hugo Schmidt||Type designer
    Anjali Desai||Recruiter
    Viktor Horvat|Slate Software|Designer
  `),
];

/** Friends on Facebook of both Mara and Jonas, with whom she lives. */
const sharedFriends = names(`
  Zoë Marchetti, Ben Hollis, Tamsin Reeves, Dylan Pryce, Aoife Brennan, Lucy Tan, Sam Adebayo, Nina Kowalska,
  Mateo Vargas, Ruth Goldberg, Hamza Malik, Leo Marsh, Gwen Parry`);

/** Mara's friends on Facebook: Malmö, the choir, Jonas. Emily Hart is also on LinkedIn: the same, or not? */
export const myFriends: readonly string[] = [
  ...names(`
    Jonas Weber, Elin Lindqvist, Anders Lindqvist, Karin Sjöberg, Oskar Nyström, Maja Ek, Tove Hallberg,
    Erik Sandberg, Poppy Lawson, Idris Cole, Jess Whitmore, Katya Morozova, Mina Park, Nathan Bright,
    Rosa Delgado, Stefan Ilić, Emily Hart`),
  ...sharedFriends,
];

/** The friends on Facebook of Jonas. */
export const jonasFriends: readonly string[] = [
  ...sharedFriends,
  ...names(`
    Felix Braun, Greta Vogel, Henrik Maas, Ilse Bauer, Klara Roth, Lukas Stein, Miriam Hahn, Niklas Frey,
    Paula Winter, Rike Sommer, Sven Krüger, Tanja Wolf, Vera Engel, Wim Jansen, Yara Haddad, Della Frost`),
];

/** Cards of Mara's telephone. Numbers are of the ranges kept free for fiction. */
export interface Card {
  readonly name: string;
  readonly organisation?: string;
  readonly title?: string;
  readonly phone: string;
  readonly email?: string;
  /** 'MM-DD', as days from today: so that one is always near. */
  readonly birthdayIn?: number;
  readonly note?: string;
}

export const cards: readonly Card[] = [
  {
    name: 'Margaret Ashby',
    phone: '+44 121 496 0117',
    note: 'Landlady of the studio; knows everybody in the street.',
  },
  {
    name: 'Simon Lall',
    organisation: 'Larkspur Health',
    title: 'Physiotherapist',
    phone: '+44 121 496 0142',
    email: 'simon.lall@example.org',
    birthdayIn: 0,
  },
  {
    name: 'Bianca Okoro',
    organisation: 'Midland Arts School',
    title: 'Print room',
    phone: '+44 7700 900318',
    email: 'bianca.okoro@example.org',
    birthdayIn: 3,
  },
  {
    name: 'Ulrika Bergström',
    phone: '+44 7700 900127',
    email: 'ulrika@example.org',
    birthdayIn: 19,
    note: 'Leads the choir.',
  },
  { name: 'Gethin Rhys', phone: '+44 7700 900455', note: 'Frames pictures, and well.' },
  {
    name: 'Salma Aziz',
    organisation: 'Towpath Coworking',
    title: 'Café',
    phone: '+44 7700 900612',
    birthdayIn: 41,
  },
];

/**
 * Ties that Mara was told of: from, to, strength ('' when nobody said how strong), note. The accountant, Harriet
 * Osei, is known to Farah and Declan only, and Mara knows neither: every way to her has two introducers.
 */
export const toldTies: readonly (readonly [string, string, string, string])[] = [
  ['Farah Haddad', 'Harriet Osei', '0.8', 'Went to school together'],
  ['Declan Byrne', 'Harriet Osei', '0.6', 'Share an office at Northgate'],
  ['Tom Okafor', 'Farah Haddad', '0.7', 'Neighbours'],
  ['Priya Nair', 'Declan Byrne', '0.4', ''],
  ['Priya Nair', 'Olga Petrova', '0.7', ''],
  ['Tom Okafor', 'Hannah Price', '0.6', ''],
  ['Tom Okafor', 'Bartosz Wójcik', '0.6', ''],
  ['Tom Okafor', 'Kwame Boateng', '', 'Printed his students’ book'],
  ['Chloe Whitfield', 'Tessa Vaughan', '0.7', 'Runs the events for her'],
  ['Chloe Whitfield', 'Emily Hart', '', ''],
  ['Rafael Moreno', 'Sofia Rossi', '0.5', ''],
  ['Rafael Moreno', 'Keira Doyle', '0.5', ''],
  ['Rafael Moreno', 'Luca Bianchi', '', ''],
  ['Ewan Fraser', 'Ravi Menon', '', ''],
  ['Nadia Rahman', 'Sunita Rao', '0.5', 'Reports to her'],
  ['Amina Yusuf', 'Zainab Qureshi', '', ''],
  ['Oliver Grant', 'Isaac Mensah', '0.7', 'Founded Slate together'],
  ['Mei Lin Chan', 'Isaac Mensah', '', ''],
  ['Grace Mbeki', 'Jamal Carter', '', ''],
  ['Lena Fischer', 'Abigail Stone', '0.5', ''],
  ['Théo Lambert', 'Abigail Stone', '', ''],
  ['Wanjiru Kamau', 'Nils Eriksson', '', ''],
  ['Margaret Ashby', 'Gethin Rhys', '', ''],
  ['Margaret Ashby', 'Keira Doyle', '', 'Aunt and niece'],
  ['Salma Aziz', 'Harpreet Gill', '', ''],
  ['Jonas Weber', 'Zoë Marchetti', '0.6', ''],
  ['Jonas Weber', 'Callum Reid', '', 'Cycle together'],
  ['Elin Lindqvist', 'Anders Lindqvist', '0.9', ''],
  ['Ulrika Bergström', 'Gwen Parry', '', 'Choir'],
  ['Ulrika Bergström', 'Poppy Lawson', '', 'Choir'],
  ['Idris Cole', 'Théo Lambert', '', ''],
];
