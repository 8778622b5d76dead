import { createReadStream } from 'node:fs'
import path from 'node:path'
import { automatismeDe } from '#domain/courriel-recu/automatisme'
import { campagneDuDepot, type Ouverture } from '#domain/campagne/campagne-de-depot'
import { codeCampagne } from '#domain/campagne/campagne-par-defaut'
import { estVerrouille } from '#domain/piece/antivirus'
import { type FicheLue, ficheVide } from '#domain/pre-projet/fiche'
import { type FicheDeposee, ficheDeReponses, lireDeposee } from '#domain/pre-projet/fiche-deposee'
import { dispositifDeFiche } from '#domain/pre-projet/dispositif'
import { no, ok, type Result } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'
import type { CourrielLu } from '#fichiers/courriel/courriel-lu'
import type { FicheRecue } from '#fichiers/document/fiche-recue'
import type { DepsLecture } from '#infra/deps'
import { newKey, type Storage } from '#infra/storage'
import { withTempFolder } from '#infra/temporaire'
import type { Millesime } from '#infra/stores/campagne/campagne'
import type { CourrielRecuGarde } from '#infra/stores/courriel-recu/courriel-recu'
import { lireOuvertures } from '#infra/stores/portail/cible'
import { lire, LecteursOccupes } from '#lecteurs/lecteurs'
import { reponseEnMots } from '#libelles/pre-projet/formulaire'
import { REFUS_D_OUVRIR } from '#libelles/piece/antivirus'
import type { CourrielRecuLu } from '#usecases/courriel-recu/courriel-a-ranger'

/** A date before this year or after tomorrow is a clock that is wrong: the day of the reception is kept. */
const PREMIERE_ANNEE = 2015
const JOUR_MS = 86_400_000

const MOTIF_ECHEC =
  'La lecture de ce message a échoué. Il est conservé entier\u00a0: relisez-le, ou classez-le vous-même.'

const estPlausible = (date: Date, now: Date) =>
  date.getTime() < now.getTime() + JOUR_MS && date.getUTCFullYear() >= PREMIERE_ANNEE

/** What a mail is put under a campagne by: when it was sent, the campagnes there are, and the clock. */
type Reperes = { date: Date | null; ouvertures: readonly Ouverture[]; now: Date }

/**
 * The campagne a mail speaks of: the one that takes the deposits of the day it was sent; without a date, the year of its subject, else of its
 * project, else the one of today.
 */
function millesimeDe({ objet }: CourrielLu, fiche: FicheLue | null, { date, ouvertures, now }: Reperes): Millesime {
  const { titre, theme, dateDebut } = fiche?.champs ?? {}
  const dite = /\b(20[12]\d)\b/.exec(objet)?.[1] ?? dateDebut?.valeur?.slice(0, 4)
  const dispositif = dispositifDeFiche({ titre: titre?.valeur ?? '', theme: theme?.valeur ?? '', objet })
  if (!date && dite) return { dispositif, annee: Number(dite) }
  return { dispositif, annee: campagneDuDepot(dispositif, jourDeParis(date ?? now), ouvertures).annee }
}

/** What was read, or why nothing could be; the files it carried are in the storage when it was. */
export type Lecture = Result<CourrielRecuLu, 'ILLISIBLE'>

/**
 * Reads a kept mail with its files and its fiche, when it arrives or when an officer has it read anew. One that was found infected since
 * is not opened again. A reading that fails, or that another process had to end, is an answer. Throws only what the storage throws, and
 * LecteursOccupes.
 */
export async function lireCourrielRecu(
  { db, storage, now, signaler }: DepsLecture,
  recu: CourrielRecuGarde,
): Promise<Lecture> {
  if (estVerrouille(recu.analyse)) return no('ILLISIBLE', REFUS_D_OUVRIR.VERROUILLE.phrase)
  return withTempFolder('mcei-courriel-', async (dossier) => {
    const lecture = await lireFichiers({ chemin: await storage.readPath(recu.cle), dossier }, signaler)
    if (!lecture.ok) return lecture
    const { lu, recue, htmlPropre } = lecture.value
    const pieces = await ranger(storage, lu.pieces, dossier)
    const regard = { now: now(), ouvertures: await lireOuvertures(db) }
    return ok(composer({ recu, lu: { ...lu, pieces }, recue, htmlPropre }, regard))
  })
}

type Lus = { lu: CourrielLu; recue: FicheRecue; htmlPropre: string | null }

/** A mail that ends its reader, or whose reader breaks, is unread with its reason, and stays so. */
async function lireFichiers(
  aLire: { chemin: string; dossier: string },
  signaler: DepsLecture['signaler'],
): Promise<Result<Lus, 'ILLISIBLE'>> {
  try {
    const lecture = await lire('courriel', aLire)
    if (!lecture.ok) return no('ILLISIBLE', lecture.detail)
    return lecture.value.ok ? lecture.value : no('ILLISIBLE', lecture.value.detail)
  } catch (err) {
    // A disk that fails or readers that are all busy are no fault of the mail: its job is tried again.
    if (err instanceof LecteursOccupes || (err instanceof Error && 'syscall' in err)) throw err
    signaler?.(err)
    return no('ILLISIBLE', MOTIF_ECHEC)
  }
}

/** Puts the files that the reader took out of the mail where files are kept; all of them, or none. */
async function ranger(storage: Storage, pieces: CourrielLu['pieces'], dossier: string): Promise<CourrielLu['pieces']> {
  const rangees: CourrielLu['pieces'] = []
  try {
    for (const piece of pieces) {
      const cle = newKey('jointes')
      rangees.push({ ...piece, octets: { ...piece.octets, cle } })
      await storage.put(cle, createReadStream(path.join(dossier, piece.octets.cle)))
    }
    return rangees
  } catch (err) {
    await oublier(
      storage,
      rangees.map(({ octets }) => octets.cle),
    )
    throw err
  }
}

/** Takes away files that no row names. */
export const oublier = (storage: Storage, cles: readonly string[]) =>
  Promise.all(cles.map((cle) => storage.remove(cle).catch(() => undefined)))

/** A fiche filled on line is what was answered, read or not: nothing of it is guessed. */
function avecReponses(recue: FicheRecue, deposee: FicheDeposee | null): FicheRecue {
  if (!deposee) return recue
  const fiche = ficheDeReponses(deposee.reponses, recue.fiche, reponseEnMots)
  return { ...recue, fiche, autres: [], citee: false, illisible: false, aOuvrir: [] }
}

function composer(
  { recu, lu, recue: trouvee, htmlPropre }: Lus & { recu: CourrielRecuGarde },
  { now, ouvertures }: Omit<Reperes, 'date'>,
): CourrielRecuLu {
  const date = lu.date && estPlausible(lu.date, now) ? lu.date : null
  const reperes = { date, ouvertures, now }
  const deposee = lireDeposee(recu.deposee)
  const recue = avecReponses(trouvee, deposee)
  const millesime = deposee ?? millesimeDe(lu, recue.fiche, reperes)
  const autresMillesimes = recue.autres.map(({ fiche }) => millesimeDe(lu, fiche, reperes))
  const codeDe = ({ dispositif, annee }: Millesime) => codeCampagne(dispositif, annee)
  return {
    recu,
    lu,
    recue,
    htmlPropre,
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
      remise: lu.remise,
      automatisme: automatismeDe(lu.entetes, { objet: lu.objet, de: lu.de.adresse }),
      fiche: recue.fiche,
      ficheCitee: recue.citee,
      ficheIllisible: recue.illisible,
      aOuvrir: recue.aOuvrir,
      autresFiches: recue.autres.map((autre, rang) => ({
        ...autre,
        campagneCode: codeDe(autresMillesimes[rang] ?? millesime),
      })),
      campagneCode: codeDe(millesime),
    },
    recuLe: date ?? recu.recuLe,
    estDate: date !== null,
    millesime,
    autresMillesimes,
  }
}

/** A mail that cannot be read, as an officer classifies it by hand: nothing is known of it but that it is there. */
export function sansLecture(recu: CourrielRecuGarde, reperes: Omit<Reperes, 'date'>): CourrielRecuLu {
  const lu: CourrielLu = {
    messageId: recu.messageId,
    messageIdDerive: true,
    de: { adresse: recu.de, nom: recu.deNom },
    objet: recu.sujet,
    date: null,
    inReplyTo: recu.enReponseA,
    references: recu.references,
    joints: [],
    remise: null,
    entetes: {},
    texte: recu.texte,
    html: recu.html,
    pieces: [],
    taille: recu.taille,
    empreinte: recu.empreinte,
  }
  const recue = { fiche: ficheVide(), autres: [], citee: false, illisible: true, aOuvrir: [], pieces: [] }
  return composer({ recu, lu, recue, htmlPropre: recu.htmlPropre }, reperes)
}
