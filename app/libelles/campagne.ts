import type { Dispositif } from '#domain/campagne/dispositif'

export const LIBELLE_DISPOSITIF: Record<Dispositif, string> = {
  MEI: 'Mobilité européenne et internationale',
  JUMELAGES: 'Jumelages',
}
