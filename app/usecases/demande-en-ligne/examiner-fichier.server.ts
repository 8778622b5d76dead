import { type RefusDeFichier, verifierContenu, verifierFichier } from '#domain/demande-en-ligne/pieces'
import { lireNom } from '#domain/piece/libelle'
import { no, ok, type Result } from '#domain/result'
import { NotFound } from '#infra/errors'
import type { Storage } from '#infra/storage'
import { LecteursOccupes } from '#lecteurs/lecteurs'
import { type DepotLu, lireDepot } from '#usecases/piece/lire-depot'

/**
 * Does the work with the bytes of a file that its owner has just sent, under a key that nothing else names; whatever comes of it, they are taken away from
 * there.
 */
export async function avecLeRecu<T>(
  storage: Storage,
  recue: string,
  work: (contenu: Buffer) => Promise<T>,
): Promise<T> {
  try {
    return await work(await storage.readAll(recue))
  } finally {
    await storage.remove(recue)
  }
}

/** The bytes of a file that its owner sent piece by piece; null once they were taken away. They stay where they are. */
export async function lireLeTeleverse(storage: Storage, cle: string): Promise<Buffer | null> {
  return storage.readAll(cle).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
}

/** A file as the extranet takes it: its name, and what its bytes say. */
export type FichierExamine = DepotLu & { nomFichier: string; libelle: string }

/** Looks at a file that a demandeur gives, in a process that can be ended. `detail` says what is wrong in words, for what is looked at in the file. */
export async function examinerFichier(
  nomFichier: string,
  contenu: Buffer,
): Promise<Result<FichierExamine, RefusDeFichier | 'OCCUPE'>> {
  const pris = verifierFichier({ nom: nomFichier, taille: contenu.length })
  if (!pris.ok) return pris
  const vue = await lireDepot(nomFichier, contenu).catch((error: unknown) => {
    if (error instanceof LecteursOccupes) return null
    throw error
  })
  if (!vue) return no('OCCUPE')
  const lisible = verifierContenu(vue.signalements)
  return lisible.ok ? ok({ ...vue, nomFichier, libelle: lireNom(nomFichier).libelle }) : lisible
}
