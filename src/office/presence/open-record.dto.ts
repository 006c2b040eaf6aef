import { IsIn, IsUUID } from 'class-validator';
import { PLACES, type PlaceKind } from './places.view.js';

/** What a tab has open: a post by its item in triage, the others by their own id. */
export class OpenRecordDto {
  @IsIn(Object.keys(PLACES)) kind: PlaceKind;
  @IsUUID() id: string;
}
