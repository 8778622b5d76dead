import type { Genre } from '#domain/structure/genre'
import type { Db, Tx } from '#infra/db'
import { adressePublique } from '#infra/jeton'
import { attenduesDuDossier } from '#infra/stores/campagne/exigences'
import { derniersDuFil } from '#infra/stores/courriel-recu/fil'

type Fiche = { id: string; campagneId: string | null; genre: Genre | null }

/** What a mail about this fiche needs beyond its row: the mail it answers, and what the campagne will ask of its genre. */
export async function loadFicheEcrite(tx: Tx | Db, { id, campagneId, genre }: Fiche) {
  const [[dernier = null], attendues] = await Promise.all([
    derniersDuFil(tx, { preProjetId: id }, 1),
    campagneId && genre
      ? attenduesDuDossier(tx, { id: null, exigencesId: null, campagneId, structure: { genre } })
      : [],
  ])
  return {
    dernier,
    pieces: attendues.filter(({ exigence }) => exigence === 'OBLIGATOIRE').map(({ code }) => code),
    extranet: adressePublique('/extranet'),
  }
}
