import { nomDActeur } from '#domain/acces/acteur'
import type { Effet } from '#domain/courriel-recu/effet'
import { attendUneReponse, suiteApres } from '#domain/courriel-recu/suite'
import { parseNumero } from '#domain/dossier/numero'
import { estVerrouille } from '#domain/piece/antivirus'
import { abreger, nettoyer } from '#domain/texte'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import { promettreAnalyseCourriel } from '#infra/stores/antivirus/analyse'
import type { Message } from '#infra/stores/portail/resume-import'
import { claimCourrielRecu, type CourrielRecuGarde } from '#infra/stores/courriel-recu/courriel-recu'
import { type PieceJointe, Prisma } from '#prisma'
import type { CourrielReconnu, JointeGardee } from '#usecases/courriel-recu/courriel-a-ranger'
import { creerPreProjet, recevoirNouvelleVersion } from '#usecases/courriel-recu/recevoir-fiche'

/** What a mail, or one fiche of it, became, and why. */
type Range = { message: Message; motif: string }

/** What a mail became with each of its other fiches; `gardees` are the files that a row now names. */
export type Rangement = Range & { autres?: readonly Range[]; gardees: readonly string[] }

/** Puts a mail where it belongs, with its files. */
export async function rangerCourriel(tx: Tx, courriel: CourrielReconnu): Promise<Rangement> {
  const { reconnu, recu } = courriel
  const { nature: resultat, motif } = reconnu
  const fichier = recu.nomFichier
  switch (reconnu.nature) {
    case 'DOUBLON': {
      const { preProjetId } = reconnu
      await garder(tx, courriel, { preProjetId, sansPieces: true })
      return { motif, gardees: [], message: { fichier, resultat, ...(preProjetId && { preProjet: preProjetId }) } }
    }
    case 'FICHE': {
      const { preProjetId, message, effet } = await creerPreProjet(tx, courriel)
      const gardees = await garder(tx, courriel, { preProjetId, effet })
      const autres = await rangerAutresFiches(tx, courriel)
      return { motif, gardees, autres, message: { fichier, resultat, ...message } }
    }
    case 'NOUVELLE_VERSION': {
      const { preProjetId } = reconnu
      const { message, effet } = await recevoirNouvelleVersion(tx, courriel, preProjetId)
      const gardees = await garder(tx, courriel, { preProjetId, effet })
      const autres = await rangerAutresFiches(tx, courriel)
      return { motif, gardees, autres, message: { fichier, resultat, ...message } }
    }
    case 'DEMANDE_DEVERROUILLAGE':
      return demanderDeverrouillage(tx, courriel, reconnu.numeros)
    case 'ILLISIBLE': {
      const { preProjetId } = reconnu
      const gardees = await garder(tx, courriel, { preProjetId })
      return { motif, gardees, message: { fichier, resultat, ...(preProjetId && { preProjet: preProjetId }) } }
    }
    case 'AUTRE': {
      const { preProjetId } = reconnu
      const dossierId = reconnu.dossierId ?? (await dossiersDe(tx, reconnu.numeros ?? []))[0]?.id ?? null
      const gardees = await garder(tx, courriel, { preProjetId, dossierId })
      return { motif, gardees, message: { fichier, resultat, ...(preProjetId && { preProjet: preProjetId }) } }
    }
  }
}

/** Each of the other fiches of the mail, made or given a version of its own. */
async function rangerAutresFiches(tx: Tx, courriel: CourrielReconnu): Promise<Range[]> {
  const { recu, recue, reconnu, autresMillesimes } = courriel
  const ranges: Range[] = []
  for (const { rang, reconnue } of reconnu.autres ?? []) {
    const fiche = recue.autres[rang]?.fiche
    const millesime = autresMillesimes[rang]
    if (!fiche || !millesime) continue
    const seule = { ...courriel, recue: { ...recue, fiche }, millesime, reconnu: reconnue }
    const { preProjetId, message, effet } =
      reconnue.nature === 'NOUVELLE_VERSION'
        ? await recevoirNouvelleVersion(tx, seule, reconnue.preProjetId)
        : await creerPreProjet(tx, seule)
    await tx.ficheDeCourriel.create({
      data: { courrielRecuId: recu.id, preProjetId, effet: effet as Prisma.InputJsonObject },
      select: { preProjetId: true },
    })
    ranges.push({ motif: reconnue.motif, message: { fichier: recu.nomFichier, resultat: reconnue.nature, ...message } })
  }
  return ranges
}

const dossiersDe = (tx: Tx, numeros: readonly string[]) =>
  tx.dossier.findMany({
    where: { numero: { in: numeros.flatMap((numero) => parseNumero(numero) ?? []) } },
    select: { id: true },
    orderBy: { numero: 'asc' },
  })

type Liens = { preProjetId?: string | null; dossierId?: string | null; effet?: Effet; sansPieces?: boolean }

const sansNul = (texte: string) => texte.replaceAll('\u0000', '')

async function garder(
  tx: Tx,
  courriel: CourrielReconnu,
  { preProjetId = null, dossierId = null, effet, sansPieces }: Liens,
): Promise<readonly string[]> {
  const { recu, lu, htmlPropre, reconnu, recuLe, jointes, par, aRanger, le } = courriel
  const pris = await tx.courrielRecu.count({ where: { messageId: lu.messageId, id: { not: recu.id } } })
  const { nature } = reconnu
  const { automatisme } = aRanger
  const attend = attendUneReponse({ nature, de: lu.de.adresse, automatisme, texte: lu.texte, recuLe }, le)
  await claimCourrielRecu(tx, recu, {
    suite: suiteApres(recu.suite, attend),
    messageId: pris > 0 ? recu.messageId : lu.messageId,
    empreinte: lu.empreinte,
    de: lu.de.adresse,
    deNom: lu.de.nom,
    sujet: lu.objet,
    recuLe,
    enReponseA: lu.inReplyTo,
    references: aRanger.references as string[],
    automatisme,
    nature,
    motifNature: reconnu.motif,
    naturePar: par.type === 'SYSTEME' ? null : nomDActeur(par),
    texte: sansNul(lu.texte),
    html: sansNul(lu.html ?? ''),
    htmlPropre: htmlPropre === null ? null : sansNul(htmlPropre),
    traiteLe: le,
    reponseAId: reconnu.reponseA?.id ?? null,
    effet: effet === undefined ? Prisma.DbNull : (effet as Prisma.InputJsonObject),
    preProjetId,
    dossierId,
  })
  // What an officer answered under it follows it to the thread it is now in.
  await tx.courriel.updateMany({ where: { courrielRecuId: recu.id }, data: { preProjetId, dossierId } })
  const gardees = sansPieces ? [] : await garderJointes(tx, recu, jointes)
  await promettreAnalyseCourriel(tx, recu.id)
  return gardees
}

/**
 * The files of the mail. Read again and found the same, those already kept stay, with what is known of them; found others, what the
 * antivirus said follows the bytes.
 */
async function garderJointes(tx: Tx, { id }: CourrielRecuGarde, jointes: JointeGardee[]): Promise<readonly string[]> {
  const gardees = await tx.pieceJointe.findMany({ where: { courrielRecuId: id }, orderBy: { rang: 'asc' } })
  const cle = (pieces: { nom: string; sha256: string }[]) =>
    pieces.map(({ nom, sha256 }) => `${sha256} ${nom}`).join('\n')
  if (gardees.length > 0 && (jointes.length === 0 || cle(gardees) === cle(jointes))) return []
  const verdicts = verdictsDe(gardees)
  await tx.pieceJointe.deleteMany({ where: { courrielRecuId: id } })
  await tx.pieceJointe.createMany({
    data: jointes.map((jointe) => ({ ...jointe, courrielRecuId: id, ...verdicts.get(jointe.sha256) })),
  })
  return jointes.map((jointe) => jointe.cle)
}

type Verdict = Pick<PieceJointe, 'analyse' | 'analyseDetail' | 'analyseLe'>

/** What the antivirus said, by SHA-256; of the same bytes found sound and infected, infected. */
function verdictsDe(pieces: readonly PieceJointe[]): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>()
  for (const { sha256, analyse, analyseDetail, analyseLe } of pieces) {
    const dit = verdicts.get(sha256)
    if (!dit || (analyse !== 'NON_ANALYSE' && !estVerrouille(dit.analyse)))
      verdicts.set(sha256, { analyse, analyseDetail, analyseLe })
  }
  return verdicts
}

/** The wish of a demandeur to be let back in: waits on each dossier it names, for an officer to answer. */
async function demanderDeverrouillage(tx: Tx, courriel: CourrielReconnu, numeros: string[]): Promise<Rangement> {
  const { reconnu, recu, lu, recuLe, par, le } = courriel
  const lus = numeros.flatMap((numero) => parseNumero(numero) ?? [])
  const dossiers = await dossiersDe(tx, numeros)
  const gardees = await garder(tx, courriel, { dossierId: dossiers[0]?.id ?? null })
  for (const { id: dossierId } of dossiers) {
    await tx.demandeDeverrouillage.create({
      data: {
        dossierId,
        courrielRecuId: recu.id,
        texte: sansNul(lu.texte),
        demandeur: lu.de.adresse,
        recueLe: recuLe,
      },
      select: { id: true },
    })
    const detail = { courrielRecuId: recu.id, demandeur: lu.de.adresse, texte: abreger(nettoyer(lu.texte), 300) }
    await writeJournal(tx, par, {
      acte: 'recevoirDemandeDeverrouillage',
      objet: 'dossier',
      objetId: dossierId,
      detail,
      le,
    })
  }
  const inconnus = lus.length > 0 && dossiers.length === 0
  const motif = inconnus ? `${reconnu.motif} Ce dossier n’est pas encore importé.` : reconnu.motif
  if (inconnus)
    await tx.courrielRecu.update({ where: { id: recu.id }, data: { motifNature: motif }, select: { id: true } })
  return {
    motif,
    gardees,
    message: { fichier: recu.nomFichier, resultat: reconnu.nature, ...(lus[0] && { dossier: lus[0] }) },
  }
}

/** A mail that could not be read: it stays whole, with the reason. */
export async function garderIllisible(
  tx: Tx,
  recu: CourrielRecuGarde,
  { motif, le }: { motif: string; le: Date },
): Promise<Rangement> {
  await claimCourrielRecu(tx, recu, { nature: 'ILLISIBLE', motifNature: motif, naturePar: null, traiteLe: le })
  await promettreAnalyseCourriel(tx, recu.id)
  return { motif, gardees: [], message: { fichier: recu.nomFichier, resultat: 'ILLISIBLE' } }
}
