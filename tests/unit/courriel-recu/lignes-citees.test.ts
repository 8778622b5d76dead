import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lignesDuMessage, motsDeLExpediteur, partagerMessage } from '#domain/courriel-recu/lignes-citees'
import { reconnaitre } from '#domain/courriel-recu/nature'
import { rendreCourriel } from '#emails/rendre'
import { donnees } from '../courriel/donnees'
import { FORMES_DE_MESSAGERIES } from './formes-de-messageries'

const MERCI = 'Merci beaucoup, bien reçu.'
/** Our receipt, which says « les faire corriger »: read as the sender's, it would ask for the dossier back. */
const AR = rendreCourriel('ar_depot', donnees.ar_depot, {}).texte
const INVITATION = 'Bonjour,\n\nPour modifier votre dossier 2025-01012 après validation, écrivez-nous.\n\nLa MCEI'

const chevrons = (texte: string) => texte.replace(/^/gm, '> ').replace(/^> $/gm, '>')
const entete = (objet: string) =>
  `De : MCEI <mcei@exemple.test>\nEnvoyé : lundi 5 mai 2025 10:04\nÀ : Inès Delcroix <ines@exemple.test>\nObjet : ${objet}\n`
const FILET = '_'.repeat(32)
const PLIEE = 'Le lun. 5 mai 2025 à 10:04, MCEI Département <\nmcei@exemple.test> a écrit :\n'
const UNE_LIGNE = 'Le lun. 5 mai 2025 à 10:04, MCEI <mcei@exemple.test> a écrit :\n'
const ANGLAISE = 'On Mon, May 5, 2025 at 10:04 AM MCEI <mcei@exemple.test> wrote:\n'
const ANGLAISE_PLIEE = 'On Mon, May 5, 2025 at 10:04 AM MCEI Département du Pas-de-Calais\n<mcei@exemple.test> wrote:\n'

/** How mail programs put a message under the words that answer it. */
const FORMES: [string, (cite: string) => string][] = [
  ['Outlook on a computer', (cite) => `${entete('Votre demande')}\n${cite}`],
  ['Outlook on a computer, header double spaced', (cite) => `${entete('Votre demande').replace(/\n/g, '\n\n')}${cite}`],
  ['Outlook on the web', (cite) => `${FILET}\n${entete('Votre demande')}\n${cite}`],
  ['Outlook in English', (cite) => `From: MCEI <mcei@exemple.test>\nSent: Monday, May 5, 2025 10:04 AM\nTo: Inès\nSubject: Votre demande\n\n${cite}`], // prettier-ignore
  ['an older Outlook', (cite) => `-----Message d’origine-----\n${entete('Votre demande')}\n${cite}`],
  ['an older Outlook that marks lines', (cite) => `----- Message d’origine -----\n${chevrons(cite)}`],
  ['Gmail, attribution folded, lines unmarked', (cite) => `${PLIEE}\n${cite}`],
  ['Gmail, attribution folded', (cite) => `${PLIEE}\n${chevrons(cite)}`],
  ['Gmail, attribution on one line', (cite) => `${UNE_LIGNE}\n${chevrons(cite)}`],
  ['Gmail, one line, lines unmarked', (cite) => `${UNE_LIGNE}\n${cite}`],
  ['Gmail in English', (cite) => `${ANGLAISE}\n${chevrons(cite)}`],
  ['Gmail in English, lines unmarked', (cite) => `${ANGLAISE}\n${cite}`],
  ['Gmail in English, folded', (cite) => `${ANGLAISE_PLIEE}\n${chevrons(cite)}`],
  ['Zimbra', (cite) => `----- Mail original -----\n${entete('Votre demande')}\n${cite}`],
  ['Thunderbird', (cite) => `-------- Message transféré --------\n${entete('Votre demande')}\n${cite}`],
  ['Apple Mail, passing on', (cite) => `Début du message réexpédié :\n\n${chevrons(`${entete('Votre demande')}\n${cite}`)}`], // prettier-ignore
  ['a name without a day', (cite) => `MCEI <mcei@exemple.test> a écrit :\n\n${cite}`],
  ['a name alone', (cite) => `MCEI a écrit :\n\n${cite}`],
  ['Orange', (cite) => `> Message du 05/05/25 10:04\n> De : "MCEI" <mcei@exemple.test>\n> A : ines@exemple.test\n> Copie à : \n> Objet : Votre demande\n>\n${chevrons(cite)}`], // prettier-ignore
  ['Orange, lines unmarked', (cite) => `Message du 05/05/25 10:04\nDe : "MCEI" <mcei@exemple.test>\nA : ines@exemple.test\nCopie à : \nObjet : Votre demande\n\n${cite}`], // prettier-ignore
  ['a header of two addresses', (cite) => `De: mcei@exemple.test\nA: ines@exemple.test\n\n${cite}`],
  ['a dashed separator', (cite) => `— Message transféré —\n${cite}`],
  ['Thunderbird in German', (cite) => `Am 05.05.2025 um 10:04 schrieb MCEI <mcei@exemple.test>:\n\n${cite}`],
  ['Outlook in German', (cite) => `Von: MCEI <mcei@exemple.test>\nGesendet: Montag, 5. Mai 2025 10:04\nAn: Inès\nBetreff: Votre demande\n\n${cite}`], // prettier-ignore
  ['Gmail in Polish', (cite) => `pon., 5 maj 2025 o 10:04 MCEI <mcei@exemple.test> napisał(a):\n\n${cite}`],
  ['Thunderbird in Polish', (cite) => `W dniu 5.05.2025 o 10:04, MCEI pisze:\n${cite}`],
  ['Gmail in Spanish', (cite) => `El lun, 5 may 2025 a las 10:04, MCEI (<mcei@exemple.test>) escribió:\n\n${cite}`],
  ['Gmail in Italian', (cite) => `Il giorno lun 5 mag 2025 alle ore 10:04 MCEI <mcei@exemple.test> ha scritto:\n\n${cite}`], // prettier-ignore
  ['Gmail in Dutch', (cite) => `Op ma 5 mei 2025 om 10:04 schreef MCEI <mcei@exemple.test>:\n\n${cite}`],
  ...FORMES_DE_MESSAGERIES,
  ['marked lines alone', (cite) => chevrons(cite)],
  ['a conversation of two', (cite) => `${UNE_LIGNE}\n${chevrons(`D’accord.\n\n${PLIEE}\n${chevrons(cite)}`)}`],
]

const nature = (texte: string) =>
  reconnaitre(
    {
      messageId: 'm@exemple.test',
      empreinte: 'e',
      objet: 'Re: Votre demande 2025-01012',
      texte,
      inReplyTo: null,
      references: [],
      remise: null,
      automatisme: null,
      fiche: null,
      ficheCitee: false,
      ficheIllisible: false,
      aOuvrir: [],
      autresFiches: [],
      campagneCode: null,
    },
    {
      messageIds: new Map(),
      empreintes: new Map(),
      autresFiches: new Map(),
      fiches: [],
      nosCourriels: new Map(),
      rendu: null,
    },
  ).nature

describe.each(FORMES)('%s', (_, citer) => {
  test.each([
    ['the receipt of a deposit', AR],
    ['a mail that says how to change a dossier', INVITATION],
  ])('a thank-you above %s keeps its own words, and asks for nothing', (__, notre) => {
    const texte = `${MERCI}\n\n${citer(notre)}`
    expect(motsDeLExpediteur(texte)).toBe(MERCI)
    expect(partagerMessage(texte).ecrit).toBe(MERCI)
    expect(nature(texte)).toBe('AUTRE')
  })

  test('a request above it is one', () => {
    expect(nature(`Merci de rouvrir le dossier.\n\n${citer(AR)}`)).toBe('DEMANDE_DEVERROUILLAGE')
  })
})

test('whatever the sender writes and whatever we wrote, their words are theirs', () => {
  const phrase = fc
    .string({ unit: fc.constantFrom('a', 'é', 'Z', '4', ' ', ',', '.', '?', '!') })
    .map((s) => `Bonjour ${s}`.trim())
  const paragraphes = fc.array(phrase, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(
      paragraphes,
      fc.array(fc.oneof(phrase, fc.constantFrom('', AR, INVITATION)), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...FORMES),
      (propres, cites, [, citer]) => {
        const ecrit = propres.join('\n')
        expect(motsDeLExpediteur(`${ecrit}\n\n${citer(`Bonjour,\n${cites.join('\n')}`)}`)).toBe(ecrit)
      },
    ),
  )
})

test('answers written between the marked lines, or under them, are the sender’s', () => {
  const texte = `Nos réponses ci-dessous.\n\n${UNE_LIGNE}\n> Ville de destination :\nCáceres\n> Jeunes :\n90\n\nCordialement`
  expect(motsDeLExpediteur(texte)).toBe('Nos réponses ci-dessous.\n\n\nCáceres\n90\n\nCordialement')
})

test('the foot of a mailing list is nobody’s, and a rule in a form is only a rule', () => {
  const pied = `\n${FILET}\nListe «\u00a0bureau\u00a0», 1 200 abonnés\nPour vous désabonner : bureau-leave@exemple.test`
  expect(motsDeLExpediteur(`Bonjour${pied}`)).toBe('Bonjour')
  const formulaire = `Nom de la structure :\n${FILET}\nSIRET :\n${FILET}\nDate :`
  expect(motsDeLExpediteur(formulaire)).toBe(formulaire)
})

test.each([
  'Oui, le 3 mai.',
  'De : notre part à tous\nmerci',
  'Le maire nous a écrit :\nil est d’accord.',
  'Date : du 3 au 7 juillet\nObjet : échange',
  'Date : 5 mai 2025\nObjet : demande\nDe : association@exemple.test',
  'Le maire nous a écrit le 05/05/2025 à 10:04 :\nil est d’accord.',
  'Transféré par erreur hier\nmerci de nous rendre la main',
  'Association Les Amis\n05/05/2025 10:04\nRendez-vous avec la mairie\nObjet de la visite : le budget',
  '--- dépenses --- 05/05/2025 10:04 --- recettes',
])('%j is written by its sender', (texte) => {
  expect(motsDeLExpediteur(texte)).toBe(texte)
})

test('a message that only quotes has no words of its own, and is shown whole', () => {
  expect(motsDeLExpediteur('> Bonjour')).toBe('')
  expect(partagerMessage('> Bonjour')).toEqual({ ecrit: '> Bonjour', cite: '' })
})

test('what is quoted is told apart with its attributions, and each line keeps its number', () => {
  const texte = `${MERCI}\n\n${PLIEE}> Bonjour`
  expect(partagerMessage(texte).cite).toBe(`${PLIEE}Bonjour`)
  expect(lignesDuMessage(texte).map(({ numero, part }) => `${numero} ${part}`)).toEqual([
    '1 ECRITE',
    '2 ECRITE',
    '3 ENTETE',
    '4 ENTETE',
    '5 CITEE',
  ])
})
