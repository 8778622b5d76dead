import { automatismeDe } from '#domain/courriel-recu/automatisme'
import { codeCampagne } from '#domain/campagne/campagne-par-defaut'
import { estVerrouille } from '#domain/piece/antivirus'
import { ficheVide } from '#domain/pre-projet/fiche'
import { dispositifDeFiche } from '#domain/pre-projet/dispositif'
import { no, ok, type Result } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'
import { readCourriel } from '#fichiers/courriel/courriel'
import type { CourrielLu, Octets } from '#fichiers/courriel/courriel-lu'
import { type FicheRecue, readFiche } from '#fichiers/document/fiche-recue'
import type { DepsLecture } from '#infra/deps'
import { newKey, type Storage } from '#infra/storage'
import type { Millesime } from '#infra/stores/campagne/campagne'
import type { CourrielRecuGarde } from '#infra/stores/courriel-recu/courriel-recu'
import { REFUS_D_OUVRIR } from '#libelles/piece/antivirus'
import type { CourrielRecuLu } from '#usecases/courriel-recu/courriel-a-ranger'

/** A date before this year or after tomorrow is a clock that is wrong: the day of the reception is kept. */
const PREMIERE_ANNEE = 2015
const JOUR_MS = 86_400_000

const MOTIF_ECHEC =
  'La lecture de ce message a échoué. Il est conservé entier\u00a0: relisez-le, ou classez-le vous-même.'

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

const octetsDuStockage = async (storage: Storage, cle: string): Promise<Octets> => ({
  cle,
  taille: await storage.size(cle),
  stream: (portion) => storage.readStream(cle, portion),
})

/** What was read, or why nothing could be; the files it carried are in the storage when it was. */
export type Lecture = Result<CourrielRecuLu, 'ILLISIBLE'>

/**
 * Reads a kept mail with its files and its fiche, when it arrives or when an officer has it read anew. One that was found infected since
 * is not opened again. A reading that fails, whatever the reason, is an answer; what it had stored is then
 * taken away. Throws only what the storage throws.
 */
export async function lireCourrielRecu(
  { storage, now, signaler }: DepsLecture,
  recu: CourrielRecuGarde,
): Promise<Lecture> {
  if (estVerrouille(recu.analyse)) return no('ILLISIBLE', REFUS_D_OUVRIR.VERROUILLE.phrase)
  const cles: string[] = []
  const depot = async (contenu: Parameters<Storage['put']>[1]) => {
    const cle = newKey('jointes')
    cles.push(cle)
    await storage.put(cle, contenu)
    return octetsDuStockage(storage, cle)
  }
  const lu = await readCourriel(await octetsDuStockage(storage, recu.cle), depot)
  const recue = lu.ok ? await ficheDe(lu.value, signaler) : null
  if (lu.ok && recue) return ok(composer({ recu, lu: lu.value, recue }, now()))
  await oublier(storage, cles)
  return no('ILLISIBLE', lu.ok ? MOTIF_ECHEC : lu.detail)
}

/** Null when what reads documents broke on one of them. */
async function ficheDe(lu: CourrielLu, signaler: DepsLecture['signaler']): Promise<FicheRecue | null> {
  try {
    return await readFiche(lu)
  } catch (err) {
    signaler?.(err)
    return null
  }
}

/** Takes away files that no row names. */
export const oublier = (storage: Storage, cles: readonly string[]) =>
  Promise.all(cles.map((cle) => storage.remove(cle).catch(() => undefined)))

function composer(
  { recu, lu, recue }: { recu: CourrielRecuGarde; lu: CourrielLu; recue: FicheRecue },
  now: Date,
): CourrielRecuLu {
  const date = lu.date && estPlausible(lu.date, now) ? lu.date : null
  const millesime = millesimeDe(lu, recue, { date, now })
  return {
    recu,
    lu,
    recue,
    jointes: lu.pieces.map(({ nom, octets, taille, typeReel, sha256, cid }, rang) => ({
      rang,
      nom,
      cle: octets.cle,
      taille,
      typeMime: typeReel,
      sha256,
      cid: cid ?? null,
    })),
    aRanger: {
      messageId: lu.messageId,
      empreinte: lu.empreinte,
      objet: lu.objet,
      texte: lu.texte,
      inReplyTo: lu.inReplyTo,
      references: lu.references.slice(-50),
      messagesJoints: lu.messagesJoints.slice(0, 20),
      automatisme: automatismeDe(lu.entetes, { objet: lu.objet, de: lu.de.adresse }),
      fiche: recue.fiche,
      ficheCitee: recue.citee,
      ficheIllisible: recue.illisible,
      aOuvrir: recue.aOuvrir,
      autresProjets: recue.autres,
      campagneCode: codeCampagne(millesime.dispositif, millesime.annee),
    },
    recuLe: date ?? recu.recuLe,
    estDate: date !== null,
    millesime,
  }
}

/** A mail that cannot be read, as an officer classifies it by hand: nothing is known of it but that it is there. */
export function sansLecture(recu: CourrielRecuGarde, now: Date): CourrielRecuLu {
  const lu: CourrielLu = {
    messageId: recu.messageId,
    messageIdDerive: true,
    de: { adresse: recu.de, nom: recu.deNom },
    objet: recu.sujet,
    date: null,
    inReplyTo: recu.enReponseA,
    references: recu.references,
    messagesJoints: [],
    joints: [],
    entetes: {},
    texte: recu.texte,
    html: recu.html,
    pieces: [],
    taille: recu.taille,
    empreinte: recu.empreinte,
  }
  return composer(
    { recu, lu, recue: { fiche: ficheVide(), autres: [], citee: false, illisible: true, aOuvrir: [], pieces: [] } },
    now,
  )
}
