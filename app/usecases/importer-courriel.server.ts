import { automatismeDe } from '#domain/courriel-recu/automatisme'
import { codeCampagne } from '#domain/campagne/campagne-par-defaut'
import { type CourrielARanger, reconnaitre } from '#domain/courriel-recu/nature'
import { dispositifDeFiche } from '#domain/pre-projet/dispositif'
import { jourDeParis } from '#domain/temps/jour'
import { readEml } from '#fichiers/courriel-eml'
import type { CourrielLu } from '#fichiers/courriel-lu'
import { type FicheRecue, readFiche } from '#fichiers/fiche-recue'
import type { Db, Tx } from '#infra/db'
import { recommencer } from '#infra/recommencer'
import { newKey, type Storage } from '#infra/storage'
import { addMessage, type Message } from '#infra/stores/bilan'
import type { Millesime } from '#infra/stores/campagne'
import { estFait, writeLigne } from '#infra/stores/lot'
import { connusPour, lockCourriels } from '#infra/stores/pre-projet'
import type { CourrielAImporter, CourrielRecuLu, JointeGardee } from '#usecases/courriel-a-ranger'
import { garderIllisible, rangerCourriel } from '#usecases/ranger-courriel'

type Deps = { db: Db; storage: Storage; now: () => Date }

/** A date before this year or after tomorrow is a clock that is wrong: the day of the import is kept. */
const PREMIERE_ANNEE = 2015
const JOUR_MS = 86_400_000

const estPlausible = (date: Date, now: Date) =>
  date.getTime() < now.getTime() + JOUR_MS && date.getUTCFullYear() >= PREMIERE_ANNEE

/** The campagne a mail speaks of: the year it was sent; without a date, the year of its subject, else of its project. */
function millesimeDe(
  { objet }: CourrielLu,
  { fiche }: FicheRecue,
  { date, now }: { date: Date | null; now: Date },
): Millesime {
  const { titre, theme, dateDebut } = fiche?.champs ?? {}
  const dite = /\b(20[12]\d)\b/.exec(objet)?.[1] ?? dateDebut?.valeur?.slice(0, 4)
  const annee = date ? jourDeParis(date).slice(0, 4) : (dite ?? jourDeParis(now).slice(0, 4))
  const dispositif = dispositifDeFiche({ titre: titre?.valeur ?? '', theme: theme?.valeur ?? '', objet })
  return { dispositif, annee: Number(annee) }
}

async function lire(mail: CourrielAImporter, lu: CourrielLu, now: Date): Promise<CourrielRecuLu> {
  const recue = await readFiche(lu)
  const date = lu.date && estPlausible(lu.date, now) ? lu.date : null
  const millesime = millesimeDe(lu, recue, { date, now })
  const aRanger: CourrielARanger = {
    messageId: lu.messageId,
    empreinte: lu.empreinte,
    objet: lu.objet,
    texte: lu.texte,
    inReplyTo: lu.inReplyTo,
    references: lu.references.slice(-50),
    automatisme: automatismeDe(lu.entetes, { objet: lu.objet, de: lu.de.adresse }),
    fiche: recue.fiche,
    ficheIllisible: recue.illisible,
    campagneCode: codeCampagne(millesime.dispositif, millesime.annee),
  }
  return { ...mail, lu, recue, aRanger, recuLe: date ?? now, estDate: date !== null, millesime }
}

const garderJointes = (storage: Storage, { pieces }: CourrielLu): Promise<JointeGardee[]> =>
  Promise.all(
    pieces.map(async ({ nom, contenu, taille, typeReel, sha256, cid }, rang) => {
      const cle = newKey('jointes')
      await storage.put(cle, contenu)
      return { rang, nom, cle, taille, typeMime: typeReel, sha256, cid: cid ?? null }
    }),
  )

/**
 * Imports one mail: its nature, then the fiche, the new version or the request it carries, in one transaction. A mail received before
 * changes nothing and says so; one that cannot be read is kept as it came.
 */
export async function importerCourriel({ db, storage, now }: Deps, mail: CourrielAImporter): Promise<void> {
  const lu = await readEml(mail.contenu)
  if (!lu.ok)
    return inTurn(db, mail, (tx) => garderIllisible(tx, { ...mail, motif: lu.detail ?? lu.reason, le: now() }))
  const courriel = await lire(mail, lu.value, now())
  const known = await db.courrielRecu.count({ where: { messageId: lu.value.messageId } })
  const jointes = known > 0 ? [] : await garderJointes(storage, lu.value)
  return inTurn(db, mail, async (tx) => {
    const reconnu = reconnaitre(courriel.aRanger, await connusPour(tx, courriel.aRanger))
    return rangerCourriel(tx, { ...courriel, reconnu, jointes, le: now() })
  })
}

/** One mail at a time, each once: what it became is told in the lot with the fact itself. */
const inTurn = (
  db: Db,
  { lot, nomFichier }: CourrielAImporter,
  work: (tx: Tx) => Promise<{ message: Message; motif: string }>,
) =>
  recommencer(() =>
    db.$transaction(async (tx) => {
      await lockCourriels(tx)
      if (lot && (await estFait(tx, lot.id, lot.rang))) return
      const { message, motif } = await work(tx)
      if (!lot) return
      const { resultat: colonne, preProjet: valeur, dossier: numero } = message
      await writeLigne(tx, {
        lotId: lot.id,
        rang: lot.rang,
        resultat: 'MESSAGE',
        fichier: nomFichier,
        colonne,
        valeur,
        numero,
        motif,
      })
      await addMessage(tx, lot.id, message)
    }),
  )
