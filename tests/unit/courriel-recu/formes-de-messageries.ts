const chevrons = (texte: string) => texte.replace(/^/gm, '> ').replace(/^> $/gm, '>')
const NOTES = `De :\tMCEI/DEP62\nPour :\tInès Delcroix/ASSO@ASSO\ncc :\t\nDate :\t05/05/2025 10:04\nObjet :\tVotre demande\n`
const NOTES_ANGLAIS = `From:\tMCEI/DEP62\nTo:\tInès Delcroix/ASSO@ASSO\nDate:\t05/05/2025 10:04 AM\nSubject:\tVotre demande\n`
/** Older Notes: the sender and the day above the labels, which bear no colon. */
const NOTES_ANCIEN = `MCEI <mcei@exemple.test>\n05/05/2025 10:04\n\nA\nines@exemple.test\ncc\n\nObjet\nVotre demande\n\n`

/** How the mail programs of towns, schools and associations put a message under the words that answer it. */
export const FORMES_DE_MESSAGERIES: [string, (cite: string) => string][] = [
  ['Notes', (cite) => `${NOTES}\n${cite}`],
  ['Notes in English', (cite) => `${NOTES_ANGLAIS}\n${cite}`],
  ['Notes with its summary of the quoted message', (cite) => `MCEI---05/05/2025 10:04:12---Bonjour, pour modifier votre dossier après validation\n\n${NOTES}\n${cite}`], // prettier-ignore
  ['Notes with its summary folded', (cite) => `Direction de l’Europe/DEP62---05/05/2025 10:04:12---Bonjour,\npour modifier votre dossier après\nvalidation, écrivez-nous\n\n${NOTES}\n${cite}`], // prettier-ignore
  ['Notes, passing on', (cite) => `----- Transféré par Inès Delcroix/ASSO le 05/05/2025 11:00 -----\n\n${NOTES}\n${cite}`], // prettier-ignore
  ['Notes, passing on, nothing copied', (cite) => `---------------------- Transféré par Inès Delcroix/ASSO le 05/05/2025 11:00 ---------------------------\n\n${cite}`], // prettier-ignore
  ['Notes, passing on, folded', (cite) => `----- Transféré par Inès Delcroix/Association des Jumelages de\nNeuville le 05/05/2025 11:00 -----\n\n${cite}`], // prettier-ignore
  ['Notes in English, passing on', (cite) => `----- Forwarded by Inès Delcroix/ASSO on 05/05/2025 11:00 AM -----\n\n${NOTES_ANGLAIS}\n${cite}`], // prettier-ignore
  ['Notes, sent on', (cite) => `---- Envoyé par MCEI/DEP62 le 05/05/2025 10:04 ----\n\n${cite}`],
  ['an older Notes', (cite) => `${NOTES_ANCIEN}${cite}`],
  ['an older Notes with colons', (cite) => `"MCEI" <mcei@exemple.test>\n05/05/2025 10:04\n\n\tPour :\t<ines@exemple.test>\n\tcc :\t\n\tObjet :\tVotre demande\n\n${cite}`], // prettier-ignore
  ['an older Notes, sent by another', (cite) => `MCEI <mcei@exemple.test>\nEnvoyé par : Secrétariat\n05/05/2025 10:04\n\nPour\nines@exemple.test\ncc\n\nObjet\nVotre demande\n\n${cite}`], // prettier-ignore
  [
    'Notes, as on the Internet',
    (cite) => `MCEI <mcei@exemple.test> a écrit le 05/05/2025 10:04:12 :\n\n${chevrons(cite)}`,
  ],
  ['Notes, as on the Internet, in English, unmarked', (cite) => `MCEI/DEP62 wrote on 05/05/2025 10:04:12 AM:\n\n${cite}`], // prettier-ignore
  ['Zimbra, dashed', (cite) => `----- Le 5 Mai 25, à 10:04, MCEI mcei@exemple.test a écrit :\n\n${chevrons(cite)}`],
  ['Zimbra, dashed, unmarked', (cite) => `----- Le 5 Mai 25, à 10:04, MCEI <mcei@exemple.test> a écrit :\n${cite}`],
  ['Zimbra, header alone', (cite) => `De: "MCEI" <mcei@exemple.test>\nÀ: "ines" <ines@exemple.test>\nEnvoyé: Lundi 5 Mai 2025 10:04:12\nObjet: Votre demande\n\n${cite}`], // prettier-ignore
  ['Zoho', (cite) => `---- Le lun., 05 mai 2025 10:04:12 +0200 MCEI <mcei@exemple.test> a écrit ----\n\n${cite}`],
  ['Zoho in English', (cite) => `---- On Mon, 05 May 2025 10:04:12 +0200 MCEI <mcei@exemple.test> wrote ---\n\n${cite}`], // prettier-ignore
  ['an Android telephone', (cite) => `---- MCEI a écrit ----\n\n${cite}`],
  ['a Samsung telephone', (cite) => `-------- Message d'origine --------\nDe : MCEI <mcei@exemple.test>\nDate : 05/05/2025 10:04 (GMT+01:00)\nÀ : ines@exemple.test\nObjet : Votre demande\n\n${cite}`], // prettier-ignore
  ['an iPhone', (cite) => `> Le 5 mai 2025 à 10:04, MCEI <mcei@exemple.test> a écrit :\n> \n${chevrons(cite)}`],
  ['Apple Mail, unmarked', (cite) => `Le 5 mai 2025 à 10:04, MCEI <mcei@exemple.test> a écrit :\n\n${cite}`],
  ['Spark', (cite) => `Le 5 mai 2025 à 10:04 +0200, MCEI <mcei@exemple.test>, a écrit :\n\n${cite}`],
  ['Outlook on a telephone', (cite) => `${'_'.repeat(32)}\nDe : MCEI <mcei@exemple.test>\nEnvoyé : Monday, May 5, 2025 10:04:12 AM\nÀ : Inès <ines@exemple.test>\nObjet : Votre demande\n\n${cite}`], // prettier-ignore
  ['Outlook on a Mac', (cite) => `De : MCEI <mcei@exemple.test>\nDate : lundi 5 mai 2025 à 10:04\nÀ : Inès <ines@exemple.test>\nObjet : Votre demande\n\n${cite}`], // prettier-ignore
  ['Mail of Windows', (cite) => `De : MCEI\nEnvoyé le :lundi 5 mai 2025 10:04\nÀ : ines@exemple.test\nObjet :Votre demande\n\n${cite}`], // prettier-ignore
  ['Gmail, passing on', (cite) => `---------- Forwarded message ---------\nDe : MCEI <mcei@exemple.test>\nDate: lun. 5 mai 2025 à 10:04\nSubject: Votre demande\nTo: <ines@exemple.test>\n\n\n${cite}`], // prettier-ignore
  ['Gmail in French, passing on', (cite) => `---------- Message transféré ---------\nDe : MCEI\n\n${cite}`],
  ['Gmail in English, long name folded', (cite) => `On Mon, May 5, 2025 at 10:04 AM Mission de la Coopération Européenne et\nInternationale - Département du Pas-de-Calais <mcei@exemple.test>\nwrote:\n\n${chevrons(cite)}`], // prettier-ignore
  ['Orange, its newer page', (cite) => `envoyé : 5 mai 2025 à 10:04\nde : MCEI <mcei@exemple.test>\nà : ines@exemple.test\nobjet : Votre demande\n\n${cite}`], // prettier-ignore
  ['La Poste', (cite) => `Le 05/05/2025 10:04 CEST, MCEI <mcei@exemple.test> a écrit :\n\n\n${cite}`],
  ['La Poste, older', (cite) => `> Message du 05/05/25 à 10:04\n> De : mcei@exemple.test\n> A : ines@exemple.test\n> Copie à : \n> Objet : Votre demande\n> \n${chevrons(cite)}`], // prettier-ignore
  ['SFR', (cite) => `Envoyé: lundi 5 mai 2025 à 10:04\nDe: "MCEI" <mcei@exemple.test>\nÀ: ines@exemple.test\nSujet: Votre demande\n\n${cite}`], // prettier-ignore
  ['Hotmail', (cite) => `Date: Mon, 5 May 2025 10:04:12 +0200\nFrom: mcei@exemple.test\nTo: ines@exemple.test\nSubject: Votre demande\n\n${cite}`], // prettier-ignore
  ['Yahoo', (cite) => `Le lundi 5 mai 2025 à 10:04:12 UTC+2, MCEI <mcei@exemple.test> a écrit :\n\n\n${cite}`],
  ['Roundcube', (cite) => `Le 2025-05-05 10:04, MCEI a écrit :\n\n${chevrons(cite)}`],
  ['SOGo', (cite) => `Le Lundi, Mai 05, 2025 10:04 CEST, "MCEI" <mcei@exemple.test> a écrit:\n \n${cite}`],
  ['GroupWise', (cite) => `>>> MCEI <mcei@exemple.test> 05/05/2025 10:04 >>>\n${cite}`],
  ['eM Client', (cite) => `------ Message d'origine ------\nDe "MCEI" <mcei@exemple.test>\nÀ ines@exemple.test\nDate 05/05/2025 10:04:12\nObjet Votre demande\n\n${cite}`], // prettier-ignore
  ['Proton', (cite) => `-------- Message d'origine --------\nLe 05/05/2025 10:04, MCEI <mcei@exemple.test> a écrit :\n\n${cite}`], // prettier-ignore
]
