import type { Db } from '#infra/db'
import type { Prisma } from '#prisma'

type Courriel = Prisma.CourrielGetPayload<object>

const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'] // prettier-ignore
const ECRIT = new RegExp(String.raw`(\d{1,2})(?:er)?\s(${MOIS.join('|')})\s(\d{4})`, 'gu')
/** What a sentence of ours says before a day that is still to come. */
const ANNONCE =
  /(?:avant le|jusqu’au|au plus tard le|réputée rejetée le|ce rejet interviendrait le|aucune réponse le|à compter du|donne son avis le|se réunit le)\s$/u

const PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' })
/** The day in Paris, as `2025-05-13`. */
const jourDe = (instant: Date) => PARIS.format(instant)

/** The days that a text writes, each with whether it is announced as to come. */
const joursDe = (texte: string) =>
  [...texte.matchAll(ECRIT)].map(({ 1: j = '', 2: mois = '', 3: an = '', index }) => ({
    jour: `${an}-${String(MOIS.indexOf(mois) + 1).padStart(2, '0')}-${j.padStart(2, '0')}`,
    annonce: ANNONCE.test(texte.slice(0, index)),
  }))

const CLOS = ['ACCORDE', 'ACCORDE_PARTIEL', 'REFUSE', 'SANS_SUITE', 'RETIRE', 'HORS_DELAI', 'INELIGIBLE', 'DECIDE_AILLEURS', 'REJET_IMPLICITE'] // prettier-ignore

/** The state of a dossier of which this mail tells the decision. */
const DECIDE: Record<string, string[]> = {
  decision_favorable: ['ACCORDE'],
  decision_partielle: ['ACCORDE_PARTIEL'],
  decision_defavorable: ['REFUSE'],
  sans_suite: ['SANS_SUITE'],
  retrait: ['RETIRE'],
  irrecevabilite: ['HORS_DELAI', 'INELIGIBLE'],
}

type Vu = { db: Db; courriel: Courriel; id: string; now: Date }

async function decisionTient({ db, courriel, id, now }: Vu, etats: string[]) {
  const decision = await db.decision.findUnique({
    where: { id },
    include: { dossier: { include: { campagne: true } } },
  })
  if (!decision || decision.dossierId !== courriel.dossierId || !etats.includes(decision.dossier.etat))
    return 'no longer so'
  const { attenteDecisionMinutes: minutes = 30 } = decision.dossier.campagne.reglages as {
    attenteDecisionMinutes?: number
  }
  const { vote, priseParId, libereeParId, libereeLe, priseLe } = decision
  if (vote === 'HORS_SEANCE' && (!libereeParId || libereeParId === priseParId)) return 'read by one person alone'
  return now.getTime() < (libereeLe ?? priseLe).getTime() + minutes * 60_000 ? 'before its half hour' : null
}

const sinon = (tient: boolean, dit: string) => (tient ? null : dit)

/** Why what the mail tells is no longer so, looked for in the rows of what it is about; null when it is. */
async function caduc(vu: Vu): Promise<string | null> {
  const { db, courriel, id, now } = vu
  const { modele, texte, dossierId, preProjetId } = courriel
  const etats = DECIDE[modele]
  if (etats) return decisionTient(vu, etats)
  const dossier = dossierId
    ? await db.dossier.findUniqueOrThrow({ where: { id: dossierId }, include: { campagne: true } })
    : null
  const fiche = preProjetId ? await db.preProjet.findUniqueOrThrow({ where: { id: preProjetId } }) : null
  switch (modele) {
    case 'pieces_manquantes':
    case 'relance': {
      const complement = await db.demandeComplement.findUniqueOrThrow({ where: { id } })
      const attendu = modele === 'relance' ? ['OUVERTE', 'DEPASSEE'] : ['OUVERTE']
      return sinon(attendu.includes(complement.etat) && !CLOS.includes(dossier?.etat ?? ''), 'no longer awaited')
    }
    case 'dossier_complet': {
      const dernier = await db.entreeJournal.findFirst({
        where: { objetId: dossierId ?? '', acte: 'declarerComplet' },
        orderBy: { id: 'desc' },
      })
      const celui = dernier !== null && dernier.le.getTime() === courriel.creeLe.getTime()
      return sinon(
        celui && ['COMPLET', 'EN_INSTRUCTION'].includes(dossier?.etat ?? ''),
        'not complete, or said anew since',
      )
    }
    case 'deverrouillage_accorde':
    case 'deverrouillage_rappel': {
      const { refermeLe, echeance } = await db.deverrouillage.findUniqueOrThrow({ where: { id } })
      return sinon(refermeLe === null && echeance > now, 'no longer open')
    }
    case 'deverrouillage_refuse':
      return sinon(
        (await db.demandeDeverrouillage.findUniqueOrThrow({ where: { id } })).etat === 'REFUSEE',
        'not refused',
      )
    case 'ar_depot': {
      const accuse = (dossier?.campagne.reglages as { accuseReception?: boolean }).accuseReception === true
      return sinon(accuse && dossier?.deposeLe !== null && !CLOS.includes(dossier?.etat ?? ''), 'not ours to receipt')
    }
    case 'avis_preprojet':
      return sinon(fiche?.avis !== null && texte.includes(fiche?.avisTexte ?? ''), 'another avis, or none')
    case 'invitation_depot':
      return sinon(fiche?.avis === 'FAVORABLE', 'no longer favourable')
    case 'fiche_recue':
      return null
    default:
      return `a modele of which nothing is known here: ${modele}`
  }
}

/** What no officer may send a mail in spite of: to nobody, and what is no longer so. */
const JAMAIS = ['SANS_ADRESSE', 'A_RELIRE', 'FAIT_CADUC', 'SANS_DELIBERATION', 'LETTRE_A_REVOIR']

/** Days after which nothing but an avis dated for later is still news (docs/domaine.md § 7.8). */
const TROP_VIEUX: Record<string, number> = { ar_depot: 30, fiche_recue: 30, relance: 15, avis_preprojet: 67 }

/**
 * What is wrong with a mail that leaves now, found again from its words and from the base, with nothing of the gate nor of what it reads. `acceptes`
 * are the reasons that officers sent this one in spite of; `revenue`: the last mail that left for this address came back.
 */
export async function fautesAuDepart(
  db: Db,
  courriel: Courriel,
  { now, acceptes, revenue }: { now: Date; acceptes: ReadonlySet<string>; revenue: boolean },
): Promise<string[]> {
  const { modele, texte, creeLe, partirLe, faitLe, destinataire, cleUnique } = courriel
  const today = jourDe(now)
  const passees = joursDe(texte).filter(({ jour, annonce }) => jour < today && (annonce || jour > jourDe(creeLe)))
  const jours = faitLe === null ? Infinity : (Date.parse(today) - Date.parse(jourDe(faitLe))) / 86_400_000
  const dit = await caduc({ db, courriel, id: cleUnique.split('/')[1] ?? '', now })
  const pied = texte.slice(texte.indexOf('Cordialement,')).split('\n').filter(Boolean)
  // Cordialement, / Prénom Nom, qualité / service / Département / adresse / téléphone · courriel
  const signe =
    /^\p{L}+ \p{L}.+, ./u.test(pied[1] ?? '') && /\d{5}/.test(pied[4] ?? '') && /^[\d ]{10,}/.test(pied[5] ?? '')
  const fautes: [boolean, string, string][] = [
    [passees.length > 0, 'ECHEANCE_PASSEE', `days already past: ${passees.map(({ jour }) => jour).join()}`],
    [!signe, 'SIGNATAIRE_INCOMPLET', `signed « ${pied.slice(1).join(' / ')} »`],
    [revenue, 'ADRESSE_EN_ECHEC', `to ${destinataire}, from which the last one came back`],
    [jours > (TROP_VIEUX[modele] ?? 7), 'FAIT_ANCIEN', `told ${jours} days later`],
    [!destinataire.includes('@'), 'SANS_ADRESSE', 'to nobody'],
    [dit !== null, 'FAIT_CADUC', dit ?? ''],
    [partirLe !== null && partirLe > now, '', `before its hour, ${partirLe?.toISOString()}`],
  ]
  const accepte = (motif: string) => acceptes.has(motif) && !JAMAIS.includes(motif)
  return fautes.filter(([faux, motif]) => faux && !accepte(motif)).map(([, , mots]) => `${modele} ${mots}`)
}
