import { courrielDe, STRUCTURES } from './structures'

type FicheDemo = [
  structure: number,
  recueLe: string,
  titre: string,
  lieu: [pays: string, ville: string],
  chiffres: [jeunes: number, cout: number, souhaite: number],
  dates: [debut: string, fin: string],
  forme?: 'html' | 'courte' | 'doute',
]

/** The fifteen fiches of the demonstration, as people write them: full, short, in HTML, or with a value to look at again. */
const FICHES: FicheDemo[] = [
  [
    2,
    '2025-03-18T08:12:00Z',
    'Chantier de jeunes à Cork',
    ['Irlande', 'Cork'],
    [16, 11_320, 3_400],
    ['7/7/2025', '18/7/2025'],
  ],
  [
    15,
    '2025-03-24T13:40:00Z',
    'Sur les pas des mineurs polonais',
    ['Pologne', 'Katowice'],
    [29, 16_240, 4_800],
    ['12/5/2025', '17/5/2025'],
    'html',
  ],
  [
    0,
    '2025-03-27T09:05:00Z',
    'Vingt ans du jumelage avec Deal',
    ['Royaume-Uni', 'Deal'],
    [42, 18_400, 5_500],
    ['20/6/2025', '23/6/2025'],
  ],
  [
    5,
    '2025-04-02T15:22:00Z',
    'Volontariat citoyen à Chefchaouen',
    ['Maroc', 'Chefchaouen'],
    [12, 13_900, 5_500],
    ['20/10/2025', '31/10/2025'],
  ],
  [
    4,
    '2025-04-09T07:58:00Z',
    'Mémoire européenne à Ypres et Berlin',
    ['Allemagne', 'Berlin'],
    [36, 22_480, 6_700],
    ['3/11/2025', '9/11/2025'],
    'html',
  ],
  [
    3,
    '2025-04-11T16:30:00Z',
    'Séjour à Lisbonne',
    ['Portugal', 'Lisbonne'],
    [20, 17_300, 8_600],
    ['14/7/2025', '21/7/2025'],
    'courte',
  ],
  [
    16,
    '2025-04-22T10:10:00Z',
    'Classe de découverte à Pérouse',
    ['Italie', 'Pérouse'],
    [27, 14_580, 4_300],
    ['6/10/2025', '11/10/2025'],
  ],
  [
    18,
    '2025-05-05T12:00:00Z',
    'Théâtre franco-allemand à Erfurt',
    ['Allemagne', 'Erfurt'],
    [31, 15_360, 6_100],
    ['22/9/2025', '28/9/2025'],
  ],
  [
    7,
    '2025-05-12T08:45:00Z',
    'Voile et environnement à Folkestone',
    ['Royaume-Uni', 'Folkestone'],
    [14, 8_750, 2_600],
    ['1/9/2025', '5/9/2025'],
    'doute',
  ],
  [
    19,
    '2025-05-20T14:15:00Z',
    'Patrimoine et cuisine à Cáceres',
    ['Espagne', 'Cáceres'],
    [25, 14_100, 4_200],
    ['10/11/2025', '16/11/2025'],
  ],
  [
    1,
    '2025-05-28T09:30:00Z',
    'Football et citoyenneté à Dortmund',
    ['Allemagne', 'Dortmund'],
    [34, 13_750, 4_100],
    ['25/10/2025', '31/10/2025'],
    'html',
  ],
  [
    17,
    '2025-06-04T11:11:00Z',
    'Correspondants de Canterbury',
    ['Royaume-Uni', 'Canterbury'],
    [28, 12_960, 3_800],
    ['17/11/2025', '21/11/2025'],
  ],
  [
    14,
    '2025-06-12T16:50:00Z',
    'Jeunes ambassadeurs à Ziguinchor',
    ['Sénégal', 'Ziguinchor'],
    [10, 18_600, 5_500],
    ['1/12/2025', '12/12/2025'],
  ],
  [
    6,
    '2025-06-17T07:20:00Z',
    'Harmonies jumelées à Schweinfurt',
    ['Allemagne', 'Schweinfurt'],
    [55, 20_350, 6_100],
    ['24/10/2025', '27/10/2025'],
  ],
  [
    10,
    '2025-06-23T13:05:00Z',
    'Sauveteurs en mer avec Bad Honnef',
    ['Allemagne', 'Bad Honnef'],
    [19, 9_420, 2_800],
    ['5/12/2025', '8/12/2025'],
    'doute',
  ],
]

const euros = (n: number) => `${String(n).replace(/\B(?=(\d{3})+$)/g, ' ')},00 €`

function champsDe([structure, , titre, [pays, ville], [jeunes, cout, souhaite], [debut, fin], forme]: FicheDemo) {
  const s = STRUCTURES[structure]
  if (!s) throw new Error(`no such structure: ${structure}`)
  const doute = forme === 'doute'
  const lignes: [string, string][] = [
    ['Nom de la structure', s.nom],
    ['Nature de la structure', s.nature],
    ['SIRET', doute ? s.siret.slice(0, 13) : s.siret],
    ['Commune', `${s.codePostal} ${s.commune}`],
    ['Contact', s.correspondant.join(' ')],
    ['Adresse mail', courrielDe(s.correspondant)],
    ['Téléphone', '03 53 01 20 40'],
    ['Intitulé du projet', titre],
    ['Pays de destination', pays],
    ['Ville de destination', ville],
    ['Dates prévues', `du ${debut} au ${fin}`],
    ['Nombre de jeunes participants', doute ? `environ ${jeunes}` : String(jeunes)],
    ['Coût total estimé', euros(cout)],
    ['Subvention souhaitée', euros(souhaite)],
  ]
  return { s, lignes: forme === 'courte' ? lignes.filter(([libelle]) => !/SIRET|Dates|Coût/.test(libelle)) : lignes }
}

const enTete = (valeur: string) => `=?UTF-8?B?${Buffer.from(valeur).toString('base64')}?=`

/** A mail as it reaches the MCEI, with the instant it came. */
export function courrielsDemo(): { nom: string; recueLe: Date; contenu: Buffer }[] {
  return FICHES.map((fiche, i) => {
    const { s, lignes } = champsDe(fiche)
    const recueLe = new Date(fiche[1])
    const html = fiche[6] === 'html'
    const corps = html
      ? `<p>Bonjour,</p><p>Voici notre fiche pré-projet.</p><table>${lignes.map(([l, v]) => `<tr><td>${l}</td><td>${v}</td></tr>`).join('')}</table><p>Bien cordialement,<br>${s.correspondant.join(' ')}</p>`
      : `Bonjour,\r\n\r\nVoici notre fiche pré-projet.\r\n\r\n${lignes.map(([l, v]) => `${l} : ${v}`).join('\r\n')}\r\n\r\nBien cordialement,\r\n${s.correspondant.join(' ')}\r\n`
    const mail = [
      `From: ${enTete(s.correspondant.join(' '))} <${courrielDe(s.correspondant)}>`,
      'To: mcei@departement.exemple.test',
      `Subject: ${enTete(`Fiche pré-projet ${fiche[2]}`)}`,
      `Message-ID: <fiche-${i + 1}@exemple.test>`,
      `Date: ${recueLe.toUTCString()}`,
      'MIME-Version: 1.0',
      `Content-Type: text/${html ? 'html' : 'plain'}; charset=utf-8`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(corps).toString('base64').replace(/.{76}/g, '$&\r\n'),
    ].join('\r\n')
    return { nom: `fiche-${String(i + 1).padStart(2, '0')}.eml`, recueLe, contenu: Buffer.from(mail) }
  })
}

/** One demandeur asks, by mail, to be let back into a deposited dossier. */
export const demandeDeModification = (numero: string, recueLe: Date) => ({
  nom: 'demande-modification.eml',
  recueLe,
  contenu: Buffer.from(
    [
      `From: ${enTete('Louis FLAMENT')} <louis.flament@exemple.test>`,
      'To: mcei@departement.exemple.test',
      `Subject: ${enTete(`Demande de modification – dossier ${numero}`)}`,
      'Message-ID: <modification-1@exemple.test>',
      `Date: ${recueLe.toUTCString()}`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(
        `Bonjour,\r\n\r\nNous avons validé trop vite notre dossier ${numero} : le budget prévisionnel comporte une erreur. Pouvez-vous le rouvrir pour que nous remplacions cette pièce ?\r\n\r\nMerci d’avance,\r\nLouis FLAMENT\r\n`,
      ).toString('base64'),
    ].join('\r\n'),
  ),
})
