import { createHash } from 'node:crypto'
import { parseNumero } from '#domain/dossier/numero'
import { abreger, nettoyer } from '#domain/texte'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import { promettreAnalyseCourriel } from '#infra/stores/analyse'
import type { Message } from '#infra/stores/bilan'
import type { NatureCourrielRecu } from '#prisma'
import type { CourrielAImporter, CourrielReconnu } from '#usecases/courriel-a-ranger'
import { creerPreProjet, recevoirNouvelleVersion } from '#usecases/recevoir-fiche'

type Range = { message: Message; motif: string }

/** Puts a mail where it belongs, and keeps it whole with its files. Tells what it became. */
export async function rangerCourriel(tx: Tx, courriel: CourrielReconnu): Promise<Range> {
  const { reconnu, nomFichier: fichier } = courriel
  const { nature: resultat, motif } = reconnu
  switch (reconnu.nature) {
    case 'DOUBLON':
      return { motif, message: { fichier, resultat, ...(reconnu.preProjetId && { preProjet: reconnu.preProjetId }) } }
    case 'FICHE': {
      const { preProjetId, message } = await creerPreProjet(tx, courriel)
      await garder(tx, courriel, { preProjetId })
      return { motif, message: { fichier, resultat, ...message } }
    }
    case 'NOUVELLE_VERSION': {
      const { message } = await recevoirNouvelleVersion(tx, courriel, reconnu.preProjetId)
      await garder(tx, courriel, { preProjetId: reconnu.preProjetId })
      return { motif, message: { fichier, resultat, ...message } }
    }
    case 'DEMANDE_DEVERROUILLAGE':
      return demanderDeverrouillage(tx, courriel, reconnu.numeros)
    case 'AUTRE': {
      const { preProjetId } = reconnu
      await garder(tx, courriel, { preProjetId })
      return { motif, message: { fichier, resultat, ...(preProjetId && { preProjet: preProjetId }) } }
    }
  }
}

async function garder(
  tx: Tx,
  { lu, cle, nomFichier, contenu, lot, reconnu, recuLe, jointes }: CourrielReconnu,
  liens: { preProjetId?: string | null; dossierId?: string | null },
): Promise<string> {
  const { id } = await tx.courrielRecu.create({
    data: {
      messageId: lu.messageId,
      empreinte: lu.empreinte,
      cle,
      nomFichier,
      taille: contenu.length,
      de: lu.de.adresse,
      deNom: lu.de.nom,
      sujet: lu.objet,
      recuLe,
      enReponseA: lu.inReplyTo,
      nature: reconnu.nature,
      motifNature: reconnu.motif,
      texte: lu.texte.replaceAll('\u0000', ''),
      html: (lu.html ?? '').replaceAll('\u0000', ''),
      lotId: lot?.id ?? null,
      ...liens,
      pieces: { createMany: { data: jointes } },
    },
    select: { id: true },
  })
  await promettreAnalyseCourriel(tx, id)
  return id
}

/** The wish of a demandeur to be let back in: waits on each dossier it names, for an officer to answer. */
async function demanderDeverrouillage(tx: Tx, courriel: CourrielReconnu, numeros: string[]): Promise<Range> {
  const { reconnu, nomFichier: fichier, lu, recuLe, le } = courriel
  const lus = numeros.flatMap((numero) => parseNumero(numero) ?? [])
  const dossiers = await tx.dossier.findMany({
    where: { numero: { in: lus } },
    select: { id: true },
    orderBy: { numero: 'asc' },
  })
  const courrielRecuId = await garder(tx, courriel, { dossierId: dossiers[0]?.id ?? null })
  for (const { id: dossierId } of dossiers) {
    await tx.demandeDeverrouillage.create({
      data: {
        dossierId,
        courrielRecuId,
        texte: lu.texte.replaceAll('\u0000', ''),
        demandeur: lu.de.adresse,
        recueLe: recuLe,
      },
      select: { id: true },
    })
    const detail = { courrielRecuId, demandeur: lu.de.adresse, texte: abreger(nettoyer(lu.texte), 300) }
    await writeJournal(tx, null, {
      acte: 'recevoirDemandeDeverrouillage',
      objet: 'dossier',
      objetId: dossierId,
      detail,
      le,
    })
  }
  const inconnus = lus.length > 0 && dossiers.length === 0
  return {
    motif: inconnus ? `${reconnu.motif} Ce dossier n’est pas encore importé.` : reconnu.motif,
    message: { fichier, resultat: reconnu.nature, ...(lus[0] && { dossier: lus[0] }) },
  }
}

const ILLISIBLE: NatureCourrielRecu = 'ILLISIBLE'

/** A file that is not a mail, or a broken one: kept under its own bytes, so that giving it twice keeps it once. */
export async function garderIllisible(
  tx: Tx,
  { nomFichier, cle, contenu, lot, motif, le }: CourrielAImporter & { motif: string; le: Date },
): Promise<Range> {
  const empreinte = createHash('sha256').update(contenu).digest('hex')
  await tx.courrielRecu.createMany({
    data: {
      messageId: `${empreinte}@illisible.invalid`,
      empreinte,
      cle,
      nomFichier,
      taille: contenu.length,
      de: '',
      sujet: '',
      recuLe: le,
      nature: ILLISIBLE,
      motifNature: motif,
      lotId: lot?.id ?? null,
    },
    skipDuplicates: true,
  })
  return { motif, message: { fichier: nomFichier, resultat: ILLISIBLE } }
}
