import { z } from 'zod'

const Ids = z.array(z.uuid()).min(1).max(500)

/** The dossiers a bannette sent to an act (field `dossiers`), each once; null when it sent none, too many, or something else. */
export function dossiersChoisis(form: FormData): string[] | null {
  const champ = form.get('dossiers')
  const lus = Ids.safeParse(typeof champ === 'string' ? [...new Set(champ.toLowerCase().split(','))] : [])
  return lus.success ? lus.data : null
}
