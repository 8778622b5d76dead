import { randomUUID } from 'node:crypto'
import { momentDeCampagne, prendDesFiches } from '#domain/campagne/annonce'
import {
  type FicheRefusee,
  lireReponses,
  type Refusee,
  type RefusFicheEnvoyee,
  type Reponses,
  type ReponsesLues,
} from '#domain/pre-projet/formulaire'
import { ok, type Ok } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'
import { ecrireCourriel } from '#fichiers/courriel/courriel-ecrit'
import type { DepsFichiers } from '#infra/deps'
import { getEnv } from '#infra/env'
import { attenteDEnvoi } from '#infra/stores/acces/limite-envoi'
import { campagneDuCode, reglementDe } from '#infra/stores/campagne/version-exigences'
import { LecteursOccupes, lire } from '#lecteurs/lecteurs'
import { messageDeLaFiche } from '#libelles/pre-projet/formulaire'
import { ficheSurPapier } from '#reports/formulaire-papier'
import { garderEcrit } from '#usecases/courriel-recu/garder-ecrit'

type Input = {
  /** The campagne it is for. */
  code: string
  textes: Reponses
  ip: string
  /** Names this sending: the same twice is one fiche. Null where the page had no script. */
  cleEnvoi: string | null
}

const FICHE = 'fiche en ligne'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const refus = (reason: RefusFicheEnvoyee, detail?: string, refusees: readonly Refusee[] = []): FicheRefusee => ({
  ok: false,
  reason,
  refusees,
  ...(detail !== undefined && { detail }),
})

/**
 * A structure sends its fiche pré-projet from the page of a campagne. It becomes the mail that they would have written, with the form as a file,
 * kept whole before it is looked at; a worker reads it into the bannette and answers it, as it does every mail that comes. Throws NotFound.
 */
export async function envoyerFiche(
  deps: DepsFichiers,
  { code, textes, ip, cleEnvoi }: Input,
): Promise<Ok<{ courriel: string }> | FicheRefusee> {
  const le = deps.now()
  const campagne = await campagneDuCode(deps.db, code)
  const { dispositif, annee, etat } = campagne
  const { libelle, reglages, ...jours } = reglementDe(campagne)
  if (!prendDesFiches(momentDeCampagne({ etat, ...jours }, jourDeParis(le)))) return refus('CAMPAGNE_CLOSE')
  const genres = reglages.genresEligibles
  const { lues, refusees } = lireReponses(textes, genres)
  if (refusees.length > 0) return refus('REPONSES', undefined, refusees)
  const courriel = lues.courriel ?? ''
  const attente = await attenteDEnvoi(deps, { quoi: FICHE, courriel, ip })
  if (attente > 0) return refus('TROP_D_ESSAIS', String(attente))

  const papier = ficheSurPapier({ campagne: libelle, consignes: [], genres, reponses: lues })
  const document = await lire('formulaire', { formulaire: papier, format: 'docx' }).catch((error: unknown) => {
    if (error instanceof LecteursOccupes) return null
    throw error
  })
  if (!document?.ok) return refus('OCCUPE')
  const octets = await enCourriel({ lues, campagne: libelle, document: document.value, le, cleEnvoi })
  const deposee = { dispositif, annee, reponses: lues }
  const gardee = await garderEcrit(deps, { octets, nomFichier: 'fiche-en-ligne.eml', deposee, le })
  return gardee ? ok({ courriel }) : refus('SANS_PLACE')
}

type AEcrire = { lues: ReponsesLues; campagne: string; document: Uint8Array; le: Date; cleEnvoi: string | null }

/** The same sending bears the same Message-ID, so that it is one mail. */
function enCourriel({ lues, campagne, document, le, cleEnvoi }: AEcrire): Promise<Buffer> {
  const { MAIL_FROM } = getEnv()
  return ecrireCourriel({
    id: `fiche-${cleEnvoi ?? randomUUID()}`,
    domaine: MAIL_FROM.address.split('@').at(-1) ?? '',
    de: { nom: lues.contact ?? '', adresse: lues.courriel ?? '' },
    a: { nom: MAIL_FROM.name, adresse: MAIL_FROM.address },
    le,
    ...messageDeLaFiche({ lues, campagne }),
    pieces: [{ nom: 'fiche-pre-projet.docx', typeMime: DOCX, contenu: document }],
  })
}
